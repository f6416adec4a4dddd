import type { Localized } from './language.ts';

/** How people add the bot to a platform, for the public pages. */
export interface Offer {
  /** Of the platform. */
  readonly name: string;
  /** Where adding it begins: an address, or a path of this server; undefined when it can't be added from here. */
  readonly installUrl: string | undefined;
  /** Each permission that is asked for, by its name there, and why. */
  readonly permissions: readonly { readonly name: string; readonly reason: Localized }[];
}
