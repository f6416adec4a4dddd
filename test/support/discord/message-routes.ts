import type { Route } from './api.ts';
import type { Messages } from './messages.ts';

/** Messages the bot writes into a channel on its own. */
export function messageRoutes(messages: Messages): Route[] {
  const list = '/channels/:channel/messages';
  const one = `${list}/:message`;
  return [
    {
      method: 'POST',
      path: list,
      handle: ({ params: { channel = '' }, body, files }) => ({
        body: messages.create(channel, { body, files }),
      }),
    },
    { method: 'GET', path: one, handle: ({ params }) => ({ body: messages.get(params.message ?? '') }) },
    {
      method: 'PATCH',
      path: one,
      handle: ({ params, body, files }) => ({ body: messages.edit(params.message ?? '', { body, files }) }),
    },
    {
      method: 'DELETE',
      path: one,
      handle: ({ params }) => {
        messages.delete(params.message ?? '');
        return {};
      },
    },
  ];
}
