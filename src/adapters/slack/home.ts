import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Choice, Reply } from '../../bot/reply.ts';
import { LIMITS } from './limits.ts';
import { actionVersion, renderReply } from './render.ts';

type Run = (call: Pick<Choice, 'command' | 'arguments'>) => Promise<Reply>;

interface Answered {
  readonly reply: Reply;
  readonly question?: string;
}

const privacy =
  'I read only what you send me: commands, mentions, direct messages, and a message that you check. I keep none of it, and nothing about you.';

/** Shows the Home tab: a box to ask, the answer to what was just asked there, the latest facts and what is covered. */
export async function publishHome(
  client: WebClient,
  user: string,
  run: Run,
  answered?: Answered,
): Promise<void> {
  const call = (command: string) => run({ command, arguments: {} });
  const parts = await Promise.all([call('latest'), call('topics')]);
  const answer =
    answered === undefined ? [] : renderReply(answered.reply, { question: answered.question }).blocks;
  const blocks: KnownBlock[] = [
    askBox,
    ...answer,
    { type: 'divider' },
    ...parts.flatMap((reply) => renderReply(reply).blocks),
    { type: 'divider' },
    { type: 'section', text: { type: 'mrkdwn', text: `*Privacy*\n${privacy}` } },
  ];
  await client.views.publish({
    user_id: user,
    view: { type: 'home', blocks: withOwnIds(blocks).slice(0, LIMITS.homeBlocks) },
  });
}

const askBox: KnownBlock = {
  type: 'input',
  dispatch_action: true,
  label: { type: 'plain_text', text: 'Ask a question' },
  element: {
    type: 'plain_text_input',
    action_id: `ask.${actionVersion}`,
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    placeholder: { type: 'plain_text', text: 'In your own words, then Enter' },
  },
};

/** Several replies on one page: what acts in each of them keeps its own block. */
function withOwnIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.map((block, index) => ({ ...block, block_id: `block-${index}` }));
}
