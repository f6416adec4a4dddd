import type { Place } from './command.ts';
import type { TenantSettings } from './tenant-settings.ts';

/** What was deleted of a place. */
export interface Wiped {
  /** How many questions were noted there, each counted once. */
  readonly questions: number;
  readonly feedback: number;
  /** Whether settings were saved. */
  readonly hadSettings: boolean;
}

/** What is kept of servers, workspaces and conversations. Every method rejects when the storage does. */
export interface Places {
  /** What the admins of the server or workspace chose, read anew each time; the defaults outside of any. */
  settingsOf(place: Place): Promise<TenantSettings>;
  /** Saves all settings of the server or workspace. */
  save(place: Place, settings: TenantSettings): Promise<void>;
  /** Deletes all that bears this server or workspace or, outside of any, this conversation. */
  wipe(place: Place): Promise<Wiped>;
}
