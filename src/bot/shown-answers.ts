import { createHash } from 'node:crypto';
import type { Invocation } from './command.ts';
import type { Localized } from './language.ts';
import type { Content, TextBlock } from './reply.ts';

/** An answer as it is about to be shown to everyone. */
export interface PublicAnswer {
  readonly place: Invocation['place'];
  /** What it is written in. */
  readonly language: Invocation['language'];
  /** As `nameShown` gives it. */
  readonly name: string;
  /** The event that is answered, if it may come again, to any copy of the program: it is then answered all the same. */
  readonly occasion?: string | undefined;
}

/** Which answers were shown to everyone within the last minute, in any copy of the program. */
export interface ShownAnswers {
  /** Takes down that an answer is being shown, unless it was just now. Rejects when the storage does. */
  claim(answer: PublicAnswer): Promise<Claimed>;
}

export type Claimed =
  | { readonly isFirst: true; readonly shown: ShownAnswer }
  | {
      readonly isFirst: false;
      /** Address of the message with the answer, where it is known. */
      readonly url: string | undefined;
    };

/** An answer that an adapter shows to everyone. */
export interface ShownAnswer {
  /** Takes down the address of the message, once it is sent, for those who ask the same within a minute. */
  annotate(url: string): Promise<void>;
}

const nameLength = 16;

/**
 * A name for the facts that a content shows, in their order: 16 letters, digits, "-" and "_", the same in every copy of
 * the program. Undefined when it shows none.
 */
export function nameShown({ blocks }: Pick<Content, 'blocks'>): string | undefined {
  const factIds = blocks.flatMap((block) => (block.type === 'fact' ? [block.factId] : []));
  if (factIds.length === 0) return undefined;
  return createHash('sha256').update(factIds.join('\n')).digest('base64url').slice(0, nameLength);
}

/** What stands above an answer that everyone could read a moment ago. */
export function shownAlready(url: string | undefined, language: Invocation['language']): TextBlock {
  return url === undefined
    ? { type: 'text', text: justAbove[language] }
    : { type: 'text', text: answeredHere[language], link: { label: toThatAnswer[language], url } };
}

const answeredHere: Localized = {
  en: 'This was answered here less than a minute ago, so only you see it now.',
  uk: 'На це тут відповіли менше хвилини тому, тож зараз це бачите лише ви.',
};

const justAbove: Localized = {
  en: 'This was answered here less than a minute ago, just above, so only you see it now.',
  uk: 'На це тут відповіли менше хвилини тому, трохи вище, тож зараз це бачите лише ви.',
};

const toThatAnswer: Localized = { en: 'To that answer', uk: 'До тієї відповіді' };
