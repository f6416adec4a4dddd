import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { allComponents, customIdsOf } from './components.ts';
import { isJson, type Json, recordOf, recordsOf, textIn } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkList, checkText, duplicatesIn, each, type Problem, problem, within } from './problems.ts';

const selects: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

const inContainer: readonly ComponentType[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
];

const rules: { readonly [Type in ComponentType]?: (component: Json) => Problem[] } = {
  [ComponentType.ActionRow]: checkActionRow,
  [ComponentType.Button]: checkButton,
  [ComponentType.StringSelect]: checkStringSelect,
  [ComponentType.UserSelect]: checkSelect,
  [ComponentType.RoleSelect]: checkSelect,
  [ComponentType.MentionableSelect]: checkSelect,
  [ComponentType.ChannelSelect]: checkSelect,
  [ComponentType.Section]: checkSection,
  [ComponentType.TextDisplay]: ({ content }) =>
    checkText('content', content, { min: 1, max: LIMITS.components.text }),
  [ComponentType.Thumbnail]: checkMedia,
  [ComponentType.MediaGallery]: ({ items }) => [
    ...checkList('items', items, { min: 1, max: LIMITS.components.galleryItems }),
    ...each('items', recordsOf(items), checkMedia),
  ],
  [ComponentType.Container]: ({ components }) => checkChildren(components, inContainer),
};

/** Checks the components of a message. Without Components V2, only action rows are known. */
export function checkComponents(message: Json, { isV2 }: { isV2: boolean }): Problem[] {
  const all = allComponents(message);
  const texts = all.filter(({ type }) => type === ComponentType.TextDisplay);
  const textLength = texts.reduce((sum, { content }) => sum + textIn(content).length, 0);
  const { perMessage, text } = LIMITS.components;
  return [
    ...(isV2
      ? checkChildren(message.components, [...inContainer, ComponentType.Container])
      : checkChildren(message.components, [ComponentType.ActionRow])),
    ...(isV2 ? [] : checkList('components', message.components, { max: LIMITS.message.actionRows })),
    ...(all.length > perMessage
      ? [problem('components', 'BASE_TYPE_MAX_LENGTH', `${all.length} components of at most ${perMessage}.`)]
      : []),
    ...(textLength > text
      ? [
          problem(
            'components',
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `${textLength} of ${text} characters.`,
          ),
        ]
      : []),
    ...duplicatesIn(customIdsOf(message)).map((id) =>
      problem(
        'components',
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        `Component custom id cannot be duplicated: ${id}`,
      ),
    ),
  ];
}

/** Checks that a component may stand here, and the component itself. */
function checkComponent(component: Json, allowed: readonly ComponentType[]): Problem[] {
  const type = allowed.find((one) => one === component.type);
  if (type !== undefined) return rules[type]?.(component) ?? [];
  return [problem('type', 'BASE_TYPE_CHOICES', `${component.type}: must be one of (${allowed.join(', ')}).`)];
}

function checkChildren(components: unknown, allowed: readonly ComponentType[]): Problem[] {
  return each('components', recordsOf(components), (component) => checkComponent(component, allowed));
}

function checkActionRow({ components }: Json): Problem[] {
  const hasSelect = recordsOf(components).some(({ type }) => selects.some((select) => select === type));
  const max = hasSelect ? 1 : LIMITS.components.rowButtons;
  return [
    ...checkList('components', components, { min: 1, max }),
    ...checkChildren(components, [ComponentType.Button, ...selects]),
  ];
}

function checkSection({ components, accessory }: Json): Problem[] {
  return [
    ...checkList('components', components, { min: 1, max: LIMITS.components.sectionTexts }),
    ...checkChildren(components, [ComponentType.TextDisplay]),
    ...(isJson(accessory)
      ? within('accessory', checkComponent(accessory, [ComponentType.Button, ComponentType.Thumbnail]))
      : [problem('accessory', 'BASE_TYPE_REQUIRED', 'This field is required')]),
  ];
}

function checkButton({ style, label, emoji, url, custom_id }: Json): Problem[] {
  if (style === ButtonStyle.Premium) return [];
  return [
    ...checkText('label', label, { min: isJson(emoji) ? 0 : 1, max: LIMITS.button.label }),
    ...(style === ButtonStyle.Link
      ? [...checkUrl('url', url, LIMITS.button.url), ...checkAbsent('custom_id', custom_id)]
      : [...checkCustomId(custom_id), ...checkAbsent('url', url)]),
    ...(Number.isInteger(style) && Number(style) >= 1 && Number(style) <= 6
      ? []
      : [problem('style', 'BASE_TYPE_CHOICES', 'Must be one of (1, 2, 3, 4, 5, 6).')]),
  ];
}

function checkSelect({ custom_id, placeholder }: Json): Problem[] {
  return [
    ...checkCustomId(custom_id),
    ...checkText('placeholder', placeholder, { max: LIMITS.select.placeholder }),
  ];
}

function checkStringSelect(select: Json): Problem[] {
  const options = recordsOf(select.options);
  const { label, value, description } = LIMITS.select;
  return [
    ...checkSelect(select),
    ...checkList('options', select.options, { min: 1, max: LIMITS.select.options }),
    ...each('options', options, (option) => [
      ...checkText('label', option.label, { min: 1, max: label }),
      ...checkText('value', option.value, { min: 1, max: value }),
      ...checkText('description', option.description, { max: description }),
    ]),
    ...duplicatesIn(options.map((option) => textIn(option.value))).map((value) =>
      problem('options', 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', `The value ${value} is already used.`),
    ),
  ];
}

function checkMedia({ media, description }: Json): Problem[] {
  return [
    ...within('media', checkUrl('url', recordOf(media).url, LIMITS.media.url, ['attachment:'])),
    ...checkText('description', description, { max: LIMITS.media.description }),
  ];
}

function checkCustomId(customId: unknown): Problem[] {
  return checkText('custom_id', customId, { min: 1, max: LIMITS.components.customId });
}

function checkUrl(key: string, url: unknown, max: number, alsoAllowed: readonly string[] = []): Problem[] {
  const schemes = ['http:', 'https:', ...alsoAllowed];
  const scheme = typeof url === 'string' && URL.canParse(url) ? new URL(url).protocol : '';
  return [
    ...checkText(key, url, { min: 1, max }),
    ...(schemes.includes(scheme)
      ? []
      : [
          problem(
            key,
            'URL_TYPE_INVALID_SCHEME',
            `Scheme "${scheme}" must be one of (${schemes.join(', ')}).`,
          ),
        ]),
  ];
}

function checkAbsent(key: string, value: unknown): Problem[] {
  if (value === undefined || value === null) return [];
  return [problem(key, 'BASE_TYPE_FORBIDDEN', 'A button has either a custom id or a url.')];
}
