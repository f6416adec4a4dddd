import { parseArgs } from 'node:util';
import { type Language, type Localized, languages } from '../../bot/language.ts';
import { UserError } from '../../errors.ts';

export interface TerminalOptions {
  readonly json: boolean;
  readonly help: boolean;
  /** What to answer in; undefined leaves it to the question. */
  readonly language: Language | undefined;
  /** The words that are no option, as one text. */
  readonly text: string | undefined;
}

export const usage: Localized = {
  en: `Usage: npm run ask -- "When was the deal signed?"
       npm run --silent ask -- --json < questions.txt
       npm run chat -- --lang uk

Answers one question, or each line of standard input. With --json, writes one JSON object a line. --lang en or uk is the
language to answer in; without it, the language of the question.`,
  uk: `Використання: npm run ask -- --lang uk "Коли підписали угоду?"
              npm run --silent ask -- --json < questions.txt
              npm run chat -- --lang uk

Відповідає на одне запитання або на кожен рядок стандартного вводу. З --json пише по одному об’єкту JSON на рядок.
--lang en або uk — мова відповіді; без цього параметра — мова запитання.`,
};

/** @throws UserError when the arguments make no sense. */
export function parseOptions(argv: readonly string[]): TerminalOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        lang: { type: 'string' },
      },
      allowPositionals: true,
    });
    return {
      json: values.json,
      help: values.help,
      language: values.lang === undefined ? undefined : parseLanguage(values.lang),
      text: positionals.length === 0 ? undefined : positionals.join(' '),
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error), {
      nextStep: usage.en,
    });
  }
}

function parseLanguage(text: string): Language {
  const language = languages.find((one) => one === text.toLowerCase());
  if (language !== undefined) return language;
  throw new UserError(`--lang takes ${languages.join(' or ')}, not "${text.slice(0, 40)}".`, {
    nextStep: usage.en,
  });
}
