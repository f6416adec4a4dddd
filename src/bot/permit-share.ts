import { isOpenTo, mayNotShare, stillYours } from './audience.ts';
import { createClaimShown } from './claim-shown.ts';
import type { Place } from './command.ts';
import type { Language } from './language.ts';
import { explainWait, type Limits } from './limits.ts';
import type { Log } from './log.ts';
import { explain } from './outcomes.ts';
import type { LookUpRules } from './place-rules.ts';
import type { Content, Reply } from './reply.ts';
import { type ShownAnswer, type ShownAnswers, shownAlready } from './shown-answers.ts';

/** A private answer that its reader wants everyone to read, as it stands. */
export interface ShareRequest {
  readonly place: Place;
  /** Who wants it, as an invocation has it. */
  readonly asker: string | undefined;
  readonly answer: {
    /** As `nameShown` gives it. */
    readonly name?: string | undefined;
    readonly language: Language;
  };
  /** What the asker reads, to be told why not. */
  readonly language: Language;
}

export type SharePermit =
  | {
      readonly isGranted: true;
      /** As in a reply. */
      readonly shown: ShownAnswer | undefined;
    }
  | {
      readonly isGranted: false;
      /** Says why, to the asker alone. */
      readonly reply: Reply;
    };

/** Decides whether an answer may be shown to everyone, as `dispatch` does for one that was asked for. Never rejects. */
export type PermitShare = (request: ShareRequest) => Promise<SharePermit>;

export interface PermitShareOptions {
  readonly limits: Limits;
  readonly lookUpRules: LookUpRules;
  /** Undefined where nobody knows what was shown lately. */
  readonly shownAnswers: ShownAnswers | undefined;
  readonly log: Log;
}

export function createPermitShare({
  limits,
  lookUpRules,
  shownAnswers,
  log,
}: PermitShareOptions): PermitShare {
  const claim = createClaimShown(shownAnswers, log);
  return async ({ place, asker, answer, language }) => {
    const refuse = (content: Content): SharePermit => ({ isGranted: false, reply: { ...content, language } });
    const wait = await limits.take({ place, asker }, { isUpkeep: false });
    if (wait !== undefined) return refuse(explainWait(wait, language));
    const { settings, isKnown } = await lookUpRules(place);
    if (!isKnown || !isOpenTo(place, settings))
      return refuse(explain(mayNotShare[language], stillYours[language]));
    const { name } = answer;
    const claimed = await claim({ place, language: answer.language, name });
    if (claimed?.isFirst === false)
      return refuse({ visibility: 'private', blocks: [shownAlready(claimed.url, language)] });
    return { isGranted: true, shown: claimed?.shown };
  };
}
