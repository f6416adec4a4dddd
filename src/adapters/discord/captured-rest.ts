import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { Response } from 'undici';

/** What a first response is made of: JSON, or a form when files go with it. */
export type FirstResponse = string | FormData;

type MakeRequest = RESTOptions['makeRequest'];

/** Takes first responses out of what goes to Discord's API, for whoever waits for them. */
export interface CapturedRest {
  /** For the client. */
  readonly makeRequest: MakeRequest;
  /** From now on, the first response to this interaction goes to `take` instead, until the returned function is called. */
  capture(interactionId: string, take: (body: FirstResponse) => void): () => void;
}

const callbackPath = /\/interactions\/(\d+)\/[^/]+\/callback$/;

export function createCapturedRest(): CapturedRest {
  const waiting = new Map<string, (body: FirstResponse) => void>();
  return {
    makeRequest: async (url, init) => {
      const [, id = ''] = callbackPath.exec(new URL(url).pathname) ?? [];
      const take = waiting.get(id);
      const { body } = init;
      if (take === undefined || !(typeof body === 'string' || body instanceof FormData))
        return DefaultRestOptions.makeRequest(url, init);
      waiting.delete(id);
      take(body);
      // As Discord answers to a first response.
      return new Response(null, { status: 204 });
    },
    capture: (interactionId, take) => {
      waiting.set(interactionId, take);
      return () => waiting.delete(interactionId);
    },
  };
}
