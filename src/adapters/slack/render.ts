import type { Button, KnownBlock, PlainTextOption } from '@slack/types';
import { encodeCall } from '../../bot/choice-code.ts';
import { echoQuestion, endEarly } from '../../bot/labels.ts';
import type { Language, Localized } from '../../bot/language.ts';
import { describeSource, renderPlainText } from '../../bot/plain-text.ts';
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
import { wording } from '../../bot/wording.ts';
import { fitsMessage, gather, section } from './blocks.ts';
import { actionVersion, plainText } from './elements.ts';
import { escapeControl, escapeText } from './escape.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { LIMITS } from './limits.ts';
import { renderPicture } from './picture-block.ts';
import type { PlacedPictures } from './pictures.ts';

export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export interface RenderOptions {
  /** What was asked, to stand above the answer. */
  readonly question?: string | undefined;
  /** The command that gives this answer again, for a button that shares it. */
  readonly share?: Pick<Choice, 'command' | 'arguments'> | undefined;
  /** Where its pictures are; undefined when Slack can't fetch any from this bot. */
  readonly pictures?: PlacedPictures | undefined;
}

const runAction = `run.${actionVersion}`;
export const shareAction = `share.${actionVersion}`;

/** The reply as a message that Slack accepts: what does not fit is left out as whole facts, and counted. */
export const renderReply: (reply: Reply, options?: RenderOptions) => SlackMessage = (reply, options = {}) =>
  remembering(reply, options);

const remembering = rememberRendered(render, ({ pictures }: RenderOptions) => (pictures?.size ?? 0) === 0);

function render(reply: Reply, options: RenderOptions): SlackMessage {
  const fitting = shortenReply(reply, (shorter) => fitsMessage(layOut(shorter, options)));
  const text = escapeControl(renderPlainText(fitting)).slice(0, LIMITS.fallbackText);
  return { text, blocks: layOut(fitting, options), unfurl_links: false, unfurl_media: false };
}

function layOut(reply: Reply, { question, share, pictures }: RenderOptions): KnownBlock[] {
  const { language } = reply;
  let actions = 0;
  const nextId = () => {
    actions += 1;
    return `${runAction}.${actions}`;
  };
  const blocks = reply.blocks.flatMap((block) => renderBlock(block, { nextId, language, pictures }));
  const echo: KnownBlock[] =
    question === undefined
      ? []
      : [{ type: 'context', elements: [plainText(`${wording.asked[language]}: ${echoQuestion(question)}`)] }];
  return [
    ...echo,
    ...blocks,
    ...controlRow([
      ...(share === undefined || reply.visibility === 'private' ? [] : shareButton(share, language)),
      ...feedbackButtons(reply),
    ]),
  ];
}

interface Rendering {
  readonly nextId: () => string;
  readonly language: Language;
  readonly pictures: PlacedPictures | undefined;
}

function renderBlock(block: Block, rendering: Rendering): KnownBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'header', text: plainText(block.text.slice(0, LIMITS.header)) }];
    case 'text':
      return [section(`${escapeText(block.text)}${renderLink(block)}`)];
    case 'fact':
      return renderFact(block);
    case 'sources':
      return renderSources(block, rendering.language);
    case 'list':
      return renderList(block, rendering);
    case 'picture':
      return renderPicture(block, rendering.pictures, rendering.language);
    case 'choices':
      return renderChoices(block, rendering);
  }
}

function renderLink({ link }: TextBlock): string {
  if (link === undefined) return '';
  return ` <${escapeControl(link.url).replaceAll('|', '%7C')}|${escapeText(link.label).replaceAll('|', '¦')}>`;
}

function renderFact({ label, statement, marks, note }: FactBlock): KnownBlock[] {
  const lead = label === undefined ? '' : `*${escapeText(label)}:* `;
  return [
    section(`${lead}${escapeText(statement)} ${marks.map((mark) => `[${mark}]`).join('')}`),
    { type: 'context', elements: [plainText(note)] },
  ];
}

function renderSources({ sources }: SourcesBlock, language: Language): KnownBlock[] {
  const lines = sources.map((source) => {
    const words = escapeText(describeSource(source, language));
    const { number, url, note } = source;
    if (url === undefined) return `[${number}] ${words}${note === undefined ? '' : ` (${escapeText(note)})`}`;
    // In a link the first bar ends the address.
    return `[${number}] <${escapeControl(url).replaceAll('|', '%7C')}|${words.replaceAll('|', '¦')}>`;
  });
  return [{ type: 'divider' }, ...gather([`*${wording.sources[language]}*`, ...lines]).map(section)];
}

function renderList({ items }: ListBlock, { nextId, language }: Rendering): KnownBlock[] {
  const lines = items.map(({ label, text }) => `*${escapeText(label)}* · ${escapeText(text)}`);
  const options = items.flatMap(({ choice }): PlainTextOption[] => {
    const value = choice === undefined ? '' : encodeCall(choice, language);
    if (choice === undefined || value.length > LIMITS.optionValue) return [];
    return [{ text: plainText(endEarly(choice.label, LIMITS.optionText)), value }];
  });
  const menu: KnownBlock[] =
    options.length === 0
      ? []
      : [
          {
            type: 'actions',
            elements: [
              {
                type: 'static_select',
                action_id: nextId(),
                placeholder: plainText(wording.chooseOne[language]),
                options: options.slice(0, LIMITS.selectOptions),
              },
            ],
          },
        ];
  return [...gather(lines).map(section), ...menu];
}

function renderChoices({ title, choices }: ChoicesBlock, rendering: Rendering): KnownBlock[] {
  const elements = choices.flatMap((choice) => toButton(choice, rendering));
  if (elements.length === 0) return [];
  return [
    { type: 'context', elements: [plainText(title)] },
    { type: 'actions', elements },
  ];
}

function toButton(choice: Choice, { nextId, language }: Rendering): Button[] {
  const value = encodeCall(choice, language);
  if (value.length > LIMITS.buttonValue) return [];
  const label = endEarly(choice.label, LIMITS.buttonText);
  return [{ type: 'button', action_id: nextId(), text: plainText(label), value, accessibility_label: label }];
}

const shareLabel: Localized = { en: 'Share with channel', uk: 'Показати всім у каналі' };

function shareButton(share: Pick<Choice, 'command' | 'arguments'>, language: Language): Button[] {
  const value = encodeCall(share, language);
  if (value.length > LIMITS.buttonValue) return [];
  return [{ type: 'button', action_id: shareAction, text: plainText(shareLabel[language]), value }];
}

/** What can be done with the whole answer. */
function controlRow(buttons: readonly Button[]): KnownBlock[] {
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: [...buttons] }];
}
