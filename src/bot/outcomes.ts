import type { Language, Localized } from './language.ts';
import type { Content, TextBlock } from './reply.ts';

/** What is wrong, and what to do, for the asker alone. */
export function explain(message: string, nextStep: string): Content {
  return {
    visibility: 'private',
    blocks: [
      { type: 'text', text: message },
      { type: 'text', text: nextStep },
    ],
  };
}

/** One sentence for the asker alone. */
export function say(text: string): Content {
  return { visibility: 'private', blocks: [{ type: 'text', text }] };
}

/** Says of a refusal that its question was noted. */
export function noted(language: Language): TextBlock {
  return { type: 'text', text: questionWasNoted[language] };
}

const questionWasNoted: Localized = {
  en: 'This question was noted for the people who keep the facts, without your name.',
  uk: 'Це запитання занотовано для тих, хто веде добірку фактів, без вашого імені.',
};

export const somethingWentWrong: Localized = {
  en: 'Something went wrong here, and nothing was answered.',
  uk: 'Щось пішло не так, і відповіді немає.',
};

export const noCommand = (name: string): Localized => ({
  en: `There is no command "${name}".`,
  uk: `Команди «${name}» немає.`,
});

export const theCommands = (names: string): Localized => ({
  en: `The commands are ${names}.`,
  uk: `Є такі команди: ${names}.`,
});
