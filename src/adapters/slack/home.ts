import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Language, type Localized, languages } from '../../bot/language.ts';
import type { Choice, Reply } from '../../bot/reply.ts';
import { actionVersion } from './elements.ts';
import { LIMITS } from './limits.ts';
import { renderReply } from './render.ts';

export interface Home {
  readonly user: string;
  readonly language: Language;
  readonly run: (call: Pick<Choice, 'command' | 'arguments'>) => Promise<Reply>;
  /** What was just asked there, and its answer. */
  readonly answered?: Answered;
}

/** An answer that is shown on the Home tab. */
export interface Answered {
  readonly reply: Reply;
  readonly question?: string;
}

/** Shows the Home tab: a box to ask, the answer to what was just asked there, the latest facts and what is covered. */
export async function publishHome(client: WebClient, { user, language, run, answered }: Home): Promise<void> {
  const call = (command: string) => run({ command, arguments: {} });
  const parts = await Promise.all([call('latest'), call('topics')]);
  const answer =
    answered === undefined ? [] : renderReply(answered.reply, { question: answered.question }).blocks;
  const blocks: KnownBlock[] = [
    askBox(language),
    ...answer,
    { type: 'divider' },
    ...parts.flatMap((reply) => renderReply(reply).blocks),
    { type: 'divider' },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `*${wording.privacyTitle[language]}*\n${wording.privacy[language]}` },
    },
  ];
  await client.views.publish({
    user_id: user,
    view: {
      type: 'home',
      private_metadata: language,
      blocks: withOwnIds(blocks).slice(0, LIMITS.homeBlocks),
    },
  });
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
  privacyTitle: { en: 'Privacy', uk: 'Приватність' },
  privacy: {
    en: 'I read only what you send me: commands, mentions, direct messages, and a message that you check. I keep nothing about you. A question that I could not answer well is noted for 90 days, without your name, for the people who keep the facts, and so is what you say of an answer. In a thread or in direct messages I remember for half an hour which fact the last answer was about, so that you can ask on.',
    uk: 'Я читаю лише те, що ви мені надсилаєте: команди, згадки, особисті повідомлення й повідомлення, яке ви перевіряєте. Про вас я нічого не зберігаю. Запитання, на яке я не маю доброї відповіді, занотовую на 90 днів без вашого імені для тих, хто веде добірку фактів; так само й те, що ви скажете про відповідь. У гілці та в особистих повідомленнях я пів години пам’ятаю, про який факт була остання відповідь, щоб ви могли питати далі.',
  },
} satisfies Readonly<Record<string, Localized>>;
