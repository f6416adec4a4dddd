import {
  ApplicationCommandType as CommandType,
  Locale,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import { type Json, recordOf, recordsOf, textIn } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkList, checkText, duplicatesIn, each, type Problem, problem } from './problems.ts';

const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const locales: ReadonlySet<string> = new Set(Object.values(Locale));

const groups: readonly unknown[] = [OptionType.Subcommand, OptionType.SubcommandGroup];

/** What may stand in the options of a command, of a group and of a subcommand. */
const nesting = { command: 0, group: 1, subcommand: 2 } as const;

/** Every reason for which Discord would refuse to register this command. */
export function checkCommand(command: Json): Problem[] {
  const size = charactersOf(command);
  const isChat = typeOf(command) === CommandType.ChatInput;
  return [
    ...(isChat ? checkChatCommand(command) : checkMenuCommand(command)),
    ...(size > LIMITS.commandCharacters
      ? [
          problem(
            'options',
            'APPLICATION_COMMAND_TOO_LARGE',
            `${size} of ${LIMITS.commandCharacters} characters.`,
          ),
        ]
      : []),
  ];
}

/** The kind of a command; one that names none is a chat command. */
export function typeOf(command: Json): unknown {
  return command.type ?? CommandType.ChatInput;
}

/** How many commands of a kind an application may have. */
export function maximumOf(type: unknown): number {
  if (type === CommandType.ChatInput) return LIMITS.chatCommands;
  return type === CommandType.Message ? LIMITS.messageCommands : LIMITS.userCommands;
}

function checkChatCommand(command: Json): Problem[] {
  return [...checkNaming(command), ...checkOptions(command.options, nesting.command)];
}

function checkMenuCommand({ name, description, options }: Json): Problem[] {
  return [
    ...checkText('name', name, { min: 1, max: LIMITS.command.name }),
    ...checkText('description', description, { max: 0 }),
    ...checkList('options', options, { max: 0 }),
  ];
}

function checkNaming({ name, description, name_localizations, description_localizations }: Json): Problem[] {
  const { description: max } = LIMITS.command;
  return [
    ...checkChatName('name', name),
    ...checkText('description', description, { min: 1, max }),
    ...Object.values(recordOf(name_localizations)).flatMap((text) =>
      checkChatName('name_localizations', text),
    ),
    ...Object.values(recordOf(description_localizations)).flatMap((text) =>
      checkText('description_localizations', text, { min: 1, max }),
    ),
    ...checkLocales('name_localizations', name_localizations),
    ...checkLocales('description_localizations', description_localizations),
  ];
}

/** Localizations are only for the locales that Discord has. */
function checkLocales(key: string, value: unknown): Problem[] {
  return Object.keys(recordOf(value))
    .filter((locale) => !locales.has(locale))
    .map((locale) => problem(key, 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`));
}

function checkChatName(key: string, value: unknown): Problem[] {
  const name = textIn(value);
  if (chatName.test(name) && name === name.toLowerCase()) return [];
  return [problem(key, 'APPLICATION_COMMAND_INVALID_NAME', `Command name is invalid: "${name}"`)];
}

function checkOptions(value: unknown, depth: number): Problem[] {
  const options = recordsOf(value);
  const grouped = options.filter(({ type }) => groups.includes(type)).length;
  return [
    ...checkList('options', value, { max: LIMITS.command.options }),
    ...each('options', options, (option, index) => [
      ...checkNaming(option),
      ...checkOption(option, depth),
      ...(option.required === true && index > 0 && options[index - 1]?.required !== true
        ? [
            problem(
              'required',
              'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              'Required options come first.',
            ),
          ]
        : []),
    ]),
    ...(grouped > 0 && grouped < options.length
      ? [
          problem(
            'options',
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Subcommands and options do not mix.',
          ),
        ]
      : []),
    ...duplicatesIn(options.map(({ name }) => textIn(name))).map((name) =>
      problem(
        'options',
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        `Option "${name}" already exists.`,
      ),
    ),
  ];
}

function checkOption(option: Json, depth: number): Problem[] {
  const { type, options, choices } = option;
  if (type === OptionType.SubcommandGroup && depth === nesting.command) {
    return checkOptions(options, nesting.group);
  }
  if (type === OptionType.Subcommand && depth !== nesting.subcommand) {
    return checkOptions(options, nesting.subcommand);
  }
  const isValue =
    typeof type === 'number' && type > OptionType.SubcommandGroup && type <= OptionType.Attachment;
  if (!isValue || depth === nesting.group) {
    return [problem('type', 'BASE_TYPE_CHOICES', `An option of type ${type} cannot stand here.`)];
  }
  return [
    ...checkChoices(choices, type),
    ...(option.autocomplete === true && recordsOf(choices).length > 0
      ? [
          problem(
            'choices',
            'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
            'Choices exclude autocomplete.',
          ),
        ]
      : []),
  ];
}

function checkChoices(choices: unknown, type: OptionType): Problem[] {
  const { choiceName, choiceValue } = LIMITS.command;
  return [
    ...checkList('choices', choices, { max: LIMITS.command.choices }),
    ...each('choices', recordsOf(choices), ({ name, value }) => [
      ...checkText('name', name, { min: 1, max: choiceName }),
      ...(type === OptionType.String ? checkText('value', value, { min: 1, max: choiceValue }) : []),
    ]),
  ];
}

/** Names, descriptions and values of a command with all that is in it. */
function charactersOf(part: Json): number {
  const inner = [...recordsOf(part.options), ...recordsOf(part.choices)];
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    textIn(part.value).length +
    inner.reduce((sum, one) => sum + charactersOf(one), 0)
  );
}

function longest(text: unknown, localizations: unknown): number {
  const texts = [text, ...Object.values(recordOf(localizations))];
  return Math.max(...texts.map((one) => textIn(one).length));
}
