import { AllowedMentionsTypes, MessageFlags } from 'discord-api-types/v10';
import { isJson, type Json, numberIn, recordOf, recordsOf, textIn } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkList, checkText, each, type Problem, problem, within } from './problems.ts';
import { checkComponents } from './validate-components.ts';

/** Every reason for which Discord would refuse this message. For an edit, give the message as it would be then. */
export function checkMessage(message: Json): Problem[] {
  const isV2 = (numberIn(message.flags) & MessageFlags.IsComponentsV2) !== 0;
  return [
    ...(isV2 ? checkNoLegacyFields(message) : []),
    ...checkText('content', message.content, { max: LIMITS.message.content }),
    ...checkEmbeds(message.embeds),
    ...checkComponents(message, { isV2 }),
    ...(isJson(message.allowed_mentions)
      ? within('allowed_mentions', checkMentions(message.allowed_mentions))
      : []),
  ];
}

/** Whether nothing at all would be shown. */
export function isEmpty(message: Json): boolean {
  const lists = [message.embeds, message.components, message.attachments, message.sticker_ids];
  return textIn(message.content).trim() === '' && !isJson(message.poll) && lists.every(isNothing);
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function checkNoLegacyFields(message: Json): Problem[] {
  return ['content', 'embeds', 'poll', 'sticker_ids']
    .filter((key) => !isNothing(message[key]))
    .map((key) =>
      problem(
        key,
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      ),
    );
}

function checkEmbeds(value: unknown): Problem[] {
  const embeds = recordsOf(value);
  const { perMessage, total, title, description, fields, name, value: fieldValue } = LIMITS.embed;
  const length = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...checkList('embeds', value, { max: perMessage }),
    ...(length > total
      ? [problem('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${total}`)]
      : []),
    ...each('embeds', embeds, (embed) => [
      ...checkText('title', embed.title, { max: title }),
      ...checkText('description', embed.description, { max: description }),
      ...checkList('fields', embed.fields, { max: fields }),
      ...each('fields', recordsOf(embed.fields), (field) => [
        ...checkText('name', field.name, { min: 1, max: name }),
        ...checkText('value', field.value, { min: 1, max: fieldValue }),
      ]),
    ]),
  ];
}

function embedLength(embed: Json): number {
  const fields = recordsOf(embed.fields).flatMap(({ name, value }) => [name, value]);
  const { title, description, footer, author } = embed;
  const texts = [title, description, recordOf(footer).text, recordOf(author).name, ...fields];
  return texts.reduce<number>((sum, text) => sum + textIn(text).length, 0);
}

function checkMentions({ parse, users, roles }: Json): Problem[] {
  const known: readonly unknown[] = Object.values(AllowedMentionsTypes);
  const parsed: readonly unknown[] = Array.isArray(parse) ? parse : [];
  return [
    ...each('parse', parsed, (type) =>
      known.includes(type)
        ? []
        : [
            {
              path: [],
              code: 'BASE_TYPE_CHOICES',
              message: `${type}: must be one of (${known.join(', ')}).`,
            },
          ],
    ),
    ...checkList('users', users, { max: LIMITS.message.mentionedIds }),
    ...checkList('roles', roles, { max: LIMITS.message.mentionedIds }),
    ...Object.entries({ users, roles })
      .filter(([type, ids]) => parsed.includes(type) && !isNothing(ids))
      .map(([type]) =>
        problem(
          'parse',
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${type}"] and ${type}: [ids...] are mutually exclusive.`,
        ),
      ),
  ];
}
