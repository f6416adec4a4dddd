import { checkString, checkText } from './checks.ts';
import { type Json, recordsOf, textIn } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkBlocks, countCharacters } from './validate-blocks.ts';

/** Why a call was refused, as Slack names it, and what exactly was wrong. */
export class SlackError extends Error {
  readonly problems: readonly string[];
  /** The HTTP status to refuse with. The Web API says 200 whatever happens. */
  readonly status: number;

  constructor(error: string, problems: readonly string[] = [], status = 200) {
    super(error);
    this.problems = problems;
    this.status = status;
  }
}

/**
 * Lets a message pass or not.
 *
 * @throws {SlackError} `no_text`, `msg_too_long`, `invalid_blocks` or `msg_blocks_too_long`
 */
export function requireMessage({ text, blocks }: Json, status?: number): void {
  const hasBlocks = Array.isArray(blocks) ? blocks.length > 0 : blocks !== undefined;
  if (textIn(text).trim() === '' && !hasBlocks) throw new SlackError('no_text', [], status);
  refuse('msg_too_long', checkString(text, 'text', { max: LIMITS.message.text }), status);
  refuse('invalid_blocks', checkBlocks(blocks, 'blocks', 'message'), status);
  const characters = countCharacters(blocks);
  if (characters <= LIMITS.blockCharacters) return;
  refuse(
    'msg_blocks_too_long',
    [`blocks: ${characters} characters, at most ${LIMITS.blockCharacters}`],
    status,
  );
}

/**
 * Lets a modal or a Home tab pass or not.
 *
 * @throws {SlackError} `invalid_blocks`, whatever the view is refused for
 */
export function requireView(view: Json): void {
  const { title, submit, close, private_metadata, callback_id, blocks } = view;
  const short = { max: LIMITS.view.title, isPlain: true };
  const isModal = view.type === 'modal';
  const needsSubmit = isModal && recordsOf(blocks).some(({ type }) => type === 'input');
  refuse('invalid_blocks', [
    ...(isModal || view.type === 'home' ? [] : [`view.type: ${view.type} is neither modal nor home`]),
    ...(blocks === undefined ? ['view.blocks: missing'] : checkBlocks(blocks, 'view.blocks', 'view')),
    ...checkText(title, 'view.title', { ...short, min: isModal ? 1 : 0 }),
    ...checkText(submit, 'view.submit', { ...short, min: needsSubmit ? 1 : 0 }),
    ...checkText(close, 'view.close', { ...short, min: 0 }),
    ...checkString(private_metadata, 'view.private_metadata', { max: LIMITS.view.privateMetadata }),
    ...checkString(callback_id, 'view.callback_id', { max: LIMITS.id }),
  ]);
}

function refuse(error: string, problems: readonly string[], status?: number): void {
  if (problems.length > 0) throw new SlackError(error, problems, status);
}
