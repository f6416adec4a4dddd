import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type DrawnPictures, noPictures } from '../../bot/drawn-pictures.ts';
import { echoQuestion, endEarly } from '../../bot/labels.ts';
import type { Language, Localized } from '../../bot/language.ts';
import { describeSource } from '../../bot/plain-text.ts';
import { rememberRendered } from '../../bot/remember-rendered.ts';
import type {
  Block,
  Choice,
  ChoicesBlock,
  FactBlock,
  ListBlock,
  Reply,
  SourcesBlock,
  TextBlock,
} from '../../bot/reply.ts';
import { shortenReply } from '../../bot/shorten.ts';
import { nameShown } from '../../bot/shown-answers.ts';
import { wording } from '../../bot/wording.ts';
import { fits, rows, text } from './components.ts';
import { type Control, controlRows } from './controls.ts';
import { encodeChoice, selectId } from './custom-id.ts';
import { escapeText } from './escape.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { LIMITS } from './limits.ts';
import { type DiscordMessage, toMessage } from './message.ts';
import { filesOf, renderPicture } from './pictures.ts';

export interface RenderOptions {
  /** What was asked, to stand above the answer. */
  readonly question?: string | undefined;
  readonly control?: Control | undefined;
  /** What was drawn for the reply; pictures that were not are shown as their words. */
  readonly pictures?: DrawnPictures;
}

/** More sources than this are linked in the text, not by buttons. */
const mostLinkButtons = 10;

/** The reply as a message that Discord accepts: what does not fit is left out as whole facts, and counted. */
export const renderReply: (reply: Reply, options?: RenderOptions) => DiscordMessage = (reply, options = {}) =>
  remembering(reply, options);

const remembering = rememberRendered(render, ({ pictures }: RenderOptions) => (pictures?.size ?? 0) === 0);

function render(reply: Reply, options: RenderOptions): DiscordMessage {
  // Of all its facts, whatever is left out here: so it is named everywhere.
  const name = nameShown(reply);
  const fitting = shortenReply(reply, (shorter) => fits(layOut(shorter, name, options)));
  return toMessage(layOut(fitting, name, options), filesOf(options.pictures ?? noPictures));
}

function layOut(
  reply: Reply,
  name: string | undefined,
  { question, control, pictures = noPictures }: RenderOptions,
): APIMessageTopLevelComponent[] {
  const { language } = reply;
  let choices = 0;
  const nextId = (choice: Choice): string | undefined => {
    choices += 1;
    return encodeChoice(choice, { distinct: choices, language });
  };
  const echo =
    question === undefined
      ? []
      : [text(`-# ${wording.asked[language]}: ${escapeText(echoQuestion(question))}`)];
  const body = reply.blocks.flatMap((block) => renderBlock(block, { nextId, language, pictures }));
  return [
    { type: ComponentType.Container, components: [...echo, ...body] },
    ...(control === undefined || reply.visibility === 'private'
      ? []
      : controlRows(control, { language, name }, feedbackButtons(reply))),
  ];
}

type NextId = (choice: Choice) => string | undefined;

interface Rendering {
  readonly nextId: NextId;
  readonly language: Language;
  readonly pictures: DrawnPictures;
}

function renderBlock(block: Block, rendering: Rendering): APIComponentInContainer[] {
  switch (block.type) {
    case 'heading':
      return [text(`### ${escapeText(block.text)}`)];
    case 'text':
      return [text(`${escapeText(block.text)}${renderLink(block)}`)];
    case 'fact':
      return [text(renderFact(block))];
    case 'sources':
      return renderSources(block, rendering.language);
    case 'list':
      return renderList(block, rendering);
    case 'picture':
      return renderPicture(block, rendering.pictures);
    case 'choices':
      return renderChoices(block, rendering.nextId);
  }
}

const sourceNumber: Localized = { en: 'Source', uk: 'Джерело' };

function renderLink({ link }: TextBlock): string {
  return link === undefined ? '' : ` [${escapeText(link.label)}](<${bracketed(link.url)}>)`;
}

function renderFact({ label, statement, marks, note }: FactBlock): string {
  const lead = label === undefined ? '' : `**${escapeText(label)}:** `;
  return `${lead}${escapeText(statement)} ${marks.map((mark) => `\\[${mark}\\]`).join('')}\n-# ${escapeText(note)}`;
}

function renderSources({ sources }: SourcesBlock, language: Language): APIComponentInContainer[] {
  const hasButton = (url: string | undefined) =>
    url !== undefined && url.length <= LIMITS.linkUrl && sources.length <= mostLinkButtons;
  const lines = sources.map((source) => {
    const { number, url, note } = source;
    const words = escapeText(describeSource(source, language));
    const end = note === undefined ? '' : ` (${escapeText(note)})`;
    return `-# \\[${number}\\] ${url === undefined || hasButton(url) ? words : `[${words}](<${bracketed(url)}>)`}${end}`;
  });
  const buttons = sources.flatMap(({ number, publisher, url }): APIButtonComponent[] => {
    if (url === undefined || !hasButton(url)) return [];
    const label = `[${number}] ${publisher}`;
    return [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: label.length <= LIMITS.buttonLabel ? label : `${sourceNumber[language]} ${number}`,
        url,
      },
    ];
  });
  return [
    { type: ComponentType.Separator },
    text(`**${wording.sources[language]}**\n${lines.join('\n')}`),
    ...rows(buttons),
  ];
}

/** An address that no bracket in it ends. */
function bracketed(url: string): string {
  return url.replaceAll('<', '%3C').replaceAll('>', '%3E');
}

function renderList({ items }: ListBlock, { nextId, language }: Rendering): APIComponentInContainer[] {
  const lines = items.map(({ label, text }) => `**${escapeText(label)}** · ${escapeText(text)}`);
  const options = items.flatMap(({ label, choice }) => {
    const value = choice && nextId(choice);
    if (choice === undefined || value === undefined) return [];
    return [
      {
        label: endEarly(choice.label, LIMITS.optionLabel),
        value,
        ...(label === choice.label ? {} : { description: endEarly(label, LIMITS.optionDescription) }),
      },
    ];
  });
  const menu: APIComponentInContainer[] =
    options.length === 0
      ? []
      : [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.StringSelect,
                custom_id: selectId,
                placeholder: wording.chooseOne[language],
                options: options.slice(0, LIMITS.selectOptions),
              },
            ],
          },
        ];
  return [text(lines.join('\n')), ...menu];
}

function renderChoices({ title, choices }: ChoicesBlock, nextId: NextId): APIComponentInContainer[] {
  const buttons = choices.flatMap((choice) => toButton(choice, nextId));
  return buttons.length === 0 ? [] : [text(`**${escapeText(title)}**`), ...rows(buttons)];
}

function toButton(choice: Choice, nextId: NextId): APIButtonComponent[] {
  const custom_id = nextId(choice);
  if (custom_id === undefined) return [];
  const label = endEarly(choice.label, LIMITS.buttonLabel);
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id, label }];
}
