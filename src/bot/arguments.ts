import { UserError } from '../errors.ts';
import type { Arguments, Command, Option, Options } from './command.ts';

/** Longest text that is read of an argument, in characters. */
const longestText = 6_000;

/**
 * Checks what was given against the command's options.
 * @throws UserError that names the option and says how to give it.
 */
export function checkArguments<O extends Options>(
  command: Pick<Command<never, O>, 'name' | 'options'>,
  given: Readonly<Record<string, string>>,
): Arguments<O> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(command.options, name)) {
      throw new UserError(`${command.name} has no option "${name.slice(0, 40)}".`, {
        nextStep: describeOptions(command),
      });
    }
  }
  const checked = Object.entries(command.options).map(([name, option]) => [
    name,
    checkValue(name, option, given[name]?.trim() ?? '', command),
  ]);
  return Object.fromEntries(checked) as Arguments<O>;
}

function checkValue(
  name: string,
  option: Option,
  text: string,
  command: Pick<Command<never>, 'name' | 'options'>,
): string | number | undefined {
  if (text === '' && option.required !== true) return undefined;
  if (text === '') {
    throw new UserError(`The ${name} is missing.`, {
      nextStep: `Write it after ${command.name}: ${lowerFirst(option.description)}.`,
    });
  }
  if (option.type === 'date' && !isDate(text)) {
    throw new UserError(`${name} is not a date: "${text.slice(0, 40)}".`, {
      nextStep: 'Write a day as 2025-04-30, a month as 2025-04 or a year as 2025.',
    });
  }
  if (option.type === 'count' && !/^[1-9]\d{0,5}$/.test(text)) {
    throw new UserError(`${name} is not a number from 1 on: "${text.slice(0, 40)}".`, {
      nextStep: `Give ${name} as a whole number.`,
    });
  }
  return option.type === 'count' ? Number(text) : text.slice(0, longestText);
}

/** A day, month or year that the calendar has. */
function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return year !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function describeOptions({ name, options }: Pick<Command<never>, 'name' | 'options'>): string {
  const names = Object.keys(options);
  return names.length === 0 ? `${name} takes no options.` : `Its options are ${names.join(', ')}.`;
}
