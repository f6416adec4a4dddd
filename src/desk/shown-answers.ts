import type { ShownAnswers } from '../bot/shown-answers.ts';
import type { Marks } from '../storage/storage.ts';
import type { KeyedHash } from './keyed-hash.ts';

/** For so long an answer is not repeated in the same channel or thread. */
const shownForMs = 60_000;

/** Takes down what is shown in marks that expire: which facts where, as a hash, and the address of the message. */
export function createShownAnswers(marks: Marks, hash: Pick<KeyedHash, 'ofShown'>): ShownAnswers {
  return {
    claim: async ({ place: { platform, tenant = '', channel = '', thread = '' }, language, factIds }) => {
      const key = `shown:${hash.ofShown(platform, tenant, channel, thread, language, ...factIds)}`;
      if (await marks.claim(key, { ttlMs: shownForMs }))
        return { isFirst: true, shown: { annotate: (url) => marks.annotate(key, url) } };
      return { isFirst: false, url: (await marks.find(key)) || undefined };
    },
  };
}
