import type { Button, KnownBlock, PlainTextOption } from '@slack/types';
import { encodeCall } from '../../bot/choice-code.ts';
import { echoQuestion, endEarly } from '../../bot/labels.ts';
import type { Language, Localized } from '../../bot/language.ts';
import { describeSource, renderPlainText } from '../../bot/plain-text.ts';
import type { Block, Choice, FactBlock, ListBlock, Reply, SourcesBlock } from '../../bot/reply.ts';
import { shortenReply } from '../../bot/shorten.ts';
import { wording } from '../../bot/wording.ts';
import { actionVersion, plainText } from './elements.ts';
import { escapeControl, escapeText } from './escape.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { LIMITS } from './limits.ts';

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
}

const runAction = `run.${actionVersion}`;
export const shareAction = `share.${actionVersion}`;

/** The reply as a message that Slack accepts: what does not fit is left out as whole facts, and counted. */
export function renderReply(reply: Reply, options: RenderOptions = {}): SlackMessage {
  const fitting = shortenReply(reply, (shorter) => fitsMessage(layOut(shorter, options)));
  const text = escapeControl(renderPlainText(fitting)).slice(0, LIMITS.fallbackText);
  return { text, blocks: layOut(fitting, options), unfurl_links: false, unfurl_media: false };
}

function layOut(reply: Reply, { question, share }: RenderOptions): KnownBlock[] {
  const { language } = reply;
  let actions = 0;
  const nextId = () => {
    actions += 1;
    return `${runAction}.${actions}`;
  };
  const blocks = reply.blocks.flatMap((block) => renderBlock(block, { nextId, language }));
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
}

function renderBlock(block: Block, rendering: Rendering): KnownBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'header', text: plainText(block.text.slice(0, LIMITS.header)) }];
    case 'text':
      return [section(escapeText(block.text))];
    case 'fact':
      return renderFact(block);
    case 'sources':
      return renderSources(block, rendering.language);
    case 'list':
      return renderList(block, rendering);
    case 'choices':
      return [
        { type: 'context', elements: [plainText(block.title)] },
        { type: 'actions', elements: block.choices.flatMap((choice) => toButton(choice, rendering)) },
      ];
  }
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
    return `[${number}] <${escapeControl(url)}|${words.replaceAll('|', '¦')}>`;
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

/** Lines in as few sections as hold them; a line is never parted. */
function gather(lines: readonly string[]): string[] {
  const sections: string[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LIMITS.section)
      sections[sections.length - 1] = `${last}\n${line}`;
    else sections.push(line);
  }
  return sections;
}

function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  const isWhole = blocks.every(
    (block) => block.type !== 'section' || (block.text?.text.length ?? 0) <= LIMITS.section,
  );
  return (
    isWhole && blocks.length <= LIMITS.blocks && JSON.stringify(blocks).length <= LIMITS.messageCharacters
  );
}
