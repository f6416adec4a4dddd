import type { Place } from './command.ts';
import { type Log, messageOf } from './log.ts';
import type { Places } from './places.ts';
import { defaultSettings, type TenantSettings } from './tenant-settings.ts';
import { within } from './within.ts';

/** Platforms wait three seconds for an answer; a database that is away may be silent for longer. */
const patienceMs = 750;

/** What goes for a command in its place. */
export interface PlaceRules {
  readonly settings: TenantSettings;
  /** Whether the settings could be read. If not, nothing is shown to everyone, and no question is noted. */
  readonly isKnown: boolean;
}

/** Looks up what goes in a place. Never rejects: what can't be read is told to the log, and nobody waits for it. */
export type LookUpRules = (place: Place) => Promise<PlaceRules>;

/** @param places Undefined where nothing is kept, and so nothing was ever chosen. */
export function createRuleLookUp(places: Pick<Places, 'settingsOf'> | undefined, log: Log): LookUpRules {
  return async (place) => {
    if (places === undefined || place.tenant === undefined)
      return { settings: defaultSettings, isKnown: true };
    try {
      return { settings: await within(places.settingsOf(place), patienceMs), isKnown: true };
    } catch (error) {
      log.error(`Settings can't be read, so answers are private: ${messageOf(error)}`, {
        platform: place.platform,
      });
      return { settings: defaultSettings, isKnown: false };
    }
  };
}
