import { UserError } from '../errors.ts';
import type { Arguments, Command, Option, Options } from './command.ts';
import type { Language, Localized } from './language.ts';

/** Longest text that is read of an argument, in characters. */
const longestText = 6_000;

type Shape = Pick<Command<never>, 'name' | 'options'>;

/**
 * Checks what was given against the command's options.
 * @throws UserError, in the language given, that names the option and says how to give it.
 */
export function checkArguments<O extends Options>(
  command: Pick<Command<never, O>, 'name' | 'options'>,
  given: Readonly<Record<string, string>>,
  language: Language,
): Arguments<O> {
  const refuse = ([message, nextStep]: Explanation): never => {
    throw new UserError(message[language], { nextStep: nextStep[language] });
  };
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(command.options, name)) refuse(unknownOption(name.slice(0, 40), command));
  }
  const checked = Object.entries(command.options).map(([name, option]) => {
    const text = given[name]?.trim() ?? '';
    const problem = findProblem(name, option, text, command.name);
    return [name, problem === undefined ? readValue(option, text) : refuse(problem)];
  });
  return Object.fromEntries(checked) as Arguments<O>;
}

function findProblem(name: string, option: Option, text: string, command: string): Explanation | undefined {
  if (text === '') return option.required === true ? missing(name, option, command) : undefined;
  if (option.type === 'date' && !isDate(text)) return noDate(name, text.slice(0, 40));
  if (option.type === 'count' && !/^[1-9]\d{0,5}$/.test(text)) return noCount(name, text.slice(0, 40));
  return undefined;
}

function readValue({ type }: Option, text: string): string | number | undefined {
  if (text === '') return undefined;
  return type === 'count' ? Number(text) : text.slice(0, longestText);
}

/** A day, month or year that the calendar has. */
function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return year !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** What is wrong, and what to do. */
type Explanation = readonly [message: Localized, nextStep: Localized];

function unknownOption(option: string, { name, options }: Shape): Explanation {
  const names = Object.keys(options).join(', ');
  const message = {
    en: `${name} has no option "${option}".`,
    uk: `Команда ${name} не має параметра «${option}».`,
  };
  const nextStep =
    names === ''
      ? { en: `${name} takes no options.`, uk: `Команда ${name} не має параметрів.` }
      : { en: `Its options are ${names}.`, uk: `Її параметри: ${names}.` };
  return [message, nextStep];
}

function missing(name: string, { description }: Option, command: string): Explanation {
  return [
    { en: `The ${name} is missing.`, uk: `Бракує параметра ${name}.` },
    {
      en: `Write it after ${command}: ${lowerFirst(description.en)}.`,
      uk: `Напишіть після ${command}: ${lowerFirst(description.uk)}.`,
    },
  ];
}

function noDate(name: string, text: string): Explanation {
  return [
    { en: `${name} is not a date: "${text}".`, uk: `${name} — не дата: «${text}».` },
    {
      en: 'Write a day as 2025-04-30, a month as 2025-04 or a year as 2025.',
      uk: 'Напишіть день як 2025-04-30, місяць як 2025-04 або рік як 2025.',
    },
  ];
}

function noCount(name: string, text: string): Explanation {
  return [
    { en: `${name} is not a number from 1 on: "${text}".`, uk: `${name} — не число від 1: «${text}».` },
    { en: `Give ${name} as a whole number.`, uk: `Вкажіть ${name} цілим числом.` },
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
