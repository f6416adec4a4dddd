import type { ShownAnswers } from '../bot/shown-answers.ts';
import type { Marks } from '../storage/storage.ts';
import type { KeyedHash } from './keyed-hash.ts';

/** For so long an answer is not repeated in the same channel or thread. */
const shownForMs = 60_000;

/**
 * Takes down what is shown in marks that expire: which facts where, as a hash, with the event that is answered or, once
 * that is done, the address of the message.
 */
export function createShownAnswers(marks: Marks, hash: Pick<KeyedHash, 'ofShown'>): ShownAnswers {
  return {
    claim: async (answer) => {
      const { place, language, name, occasion = '' } = answer;
      const { platform, tenant = '', channel = '', thread = '' } = place;
      const key = `shown:${hash.ofShown(platform, tenant, channel, thread, language, name)}`;
      const shown = { annotate: (url: string) => marks.annotate(key, url) };
      if (await marks.claim(key, { ttlMs: shownForMs, note: occasion })) return { isFirst: true, shown };
      const note = await marks.find(key);
      // The process that had the same event before has died, or leaves it to whoever is first.
      if (occasion !== '' && note === occasion) return { isFirst: true, shown };
      return { isFirst: false, url: note?.startsWith('https://') ? note : undefined };
    },
  };
}
