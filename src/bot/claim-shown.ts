import { type Log, messageOf } from './log.ts';
import type { Claimed, PublicAnswer, ShownAnswers } from './shown-answers.ts';
import { databasePatienceMs, within } from './within.ts';

/** An answer that is about to be shown to everyone; one without a name may be shown again at once. */
export type Claimable = Omit<PublicAnswer, 'name'> & { readonly name: string | undefined };

/**
 * Takes down that an answer is being shown, unless it was just now. Undefined where that is nobody's concern: outside of
 * channels, and while the storage is away. Never rejects.
 */
export type ClaimShown = (answer: Claimable) => Promise<Claimed | undefined>;

/** @param shown Undefined where nobody knows what was shown lately. */
export function createClaimShown(shown: ShownAnswers | undefined, log: Log): ClaimShown {
  return async ({ name, ...answer }) => {
    const { place } = answer;
    const isChannel = place.channel !== undefined && place.tenant !== undefined && place.isDirect !== true;
    if (shown === undefined || !isChannel || name === undefined) return undefined;
    try {
      return await within(shown.claim({ ...answer, name }), databasePatienceMs);
    } catch (error) {
      // It may then be shown twice, which is better than not at all.
      log.warn(`It can't be looked up what was shown lately: ${messageOf(error)}`);
      return undefined;
    }
  };
}
