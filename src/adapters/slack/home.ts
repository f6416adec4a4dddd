import type { HomeView, KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Language, type Localized, languages } from '../../bot/language.ts';
import { privacySections, privacyTitle } from '../../bot/privacy.ts';
import type { Choice, Reply } from '../../bot/reply.ts';
import { section } from './blocks.ts';
import { actionVersion } from './elements.ts';
import { escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import { renderReply } from './render.ts';
import type { Show } from './show.ts';

export interface Home {
  readonly user: string;
  readonly language: Language;
  /** Whether the bot asks Slack what language a person reads; the page says so then. */
  readonly looksUpLanguage: boolean;
  readonly run: (call: Pick<Choice, 'command' | 'arguments'>) => Promise<Reply>;
  /** What was just asked there, and its answer. */
  readonly answered?: Answered;
  readonly show: Show;
}

/** An answer that is shown on the Home tab. */
export interface Answered {
  readonly reply: Reply;
  readonly question?: string;
}

/** Shows the Home tab: a box to ask, the answer to what was just asked there, the latest facts, what is covered, the settings. */
export async function publishHome(
  client: WebClient,
  { user, language, looksUpLanguage, run, answered, show }: Home,
): Promise<void> {
  const call = (command: string) => run({ command, arguments: {} });
  const parts = await Promise.all([call('latest'), call('topics'), call('settings')]);
  const publish = (answer: readonly KnownBlock[]) =>
    client.views.publish({ user_id: user, view: renderHome(answer, { language, looksUpLanguage, parts }) });
  if (answered === undefined) await publish([]);
  else await show(answered.reply, { question: answered.question }, ({ blocks }) => publish(blocks));
}

/**
 * The Home tab as Slack takes it.
 * @param answer What was just asked there and its answer, as blocks; empty for nothing.
 * @param options.parts What stands below it.
 */
export function renderHome(
  answer: readonly KnownBlock[],
  {
    language,
    looksUpLanguage,
    parts,
  }: Pick<Home, 'language' | 'looksUpLanguage'> & { parts: readonly Reply[] },
): HomeView {
  const blocks: KnownBlock[] = [
    askBox(language),
    ...answer,
    { type: 'divider' },
    ...parts.flatMap((reply) => renderReply(reply).blocks),
    { type: 'divider' },
    { type: 'header', text: { type: 'plain_text', text: privacyTitle[language] } },
    ...privacySections.map(({ title, lines }) =>
      section(
        [`*${escapeText(title[language])}*`, ...lines.map((line) => escapeText(line[language]))].join('\n'),
      ),
    ),
    ...(looksUpLanguage ? [section(wording.lookUp[language])] : []),
  ];
  return {
    type: 'home',
    private_metadata: language,
    blocks: withOwnIds(blocks).slice(0, LIMITS.homeBlocks),
  };
}

function askBox(language: Language): KnownBlock {
  return {
    type: 'input',
    dispatch_action: true,
    label: { type: 'plain_text', text: wording.ask[language] },
    element: {
      type: 'plain_text_input',
      action_id: `ask.${actionVersion}`,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      placeholder: { type: 'plain_text', text: wording.ownWords[language] },
    },
  };
}

/** The language in which a Home tab was last shown: the view itself says so, so that nothing is kept of its reader. */
export function languageOfHome(
  view: { readonly private_metadata?: string } | undefined,
): Language | undefined {
  return languages.find((one) => one === view?.private_metadata);
}

/** Several replies on one page: what acts in each of them keeps its own block. */
function withOwnIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.map((block, index) => ({ ...block, block_id: `block-${index}` }));
}

const wording = {
  ask: { en: 'Ask a question', uk: 'Поставте запитання' },
  ownWords: { en: 'In your own words, then Enter', uk: 'Своїми словами, а тоді Enter' },
  lookUp: {
    en: 'Where nothing you write shows your language, I ask Slack which one you have set. I do not keep that either.',
    uk: 'Коли з написаного не видно вашої мови, я питаю у Slack, яку ви в ньому вибрали. Цього я теж не зберігаю.',
  },
} satisfies Readonly<Record<string, Localized>>;
