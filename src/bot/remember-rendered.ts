import type { Block, Reply } from './reply.ts';

/**
 * The same renderer, which renders a reply once that it is given again: answers to what many ask share their blocks.
 * What it gives back must not be changed.
 * @param isPlain Whether a rendering follows from the reply and these options as they read, and from nothing else.
 */
export function rememberRendered<Options, Message>(
  render: (reply: Reply, options: Options) => Message,
  isPlain: (options: Options) => boolean,
): (reply: Reply, options: Options) => Message {
  const remembered = new WeakMap<readonly Block[], { readonly key: string; readonly message: Message }>();
  return (reply, options) => {
    if (!isPlain(options) || reply.blocks.some(({ type }) => type === 'picture'))
      return render(reply, options);
    const { blocks, answer: _, ...rest } = reply;
    const key = JSON.stringify([rest, options]);
    const known = remembered.get(blocks);
    if (known?.key === key) return known.message;
    const message = render(reply, options);
    remembered.set(blocks, { key, message });
    return message;
  };
}
