import type { Route } from './api.ts';
import type { Application } from './identity.ts';

/** Who the bot is, and where its gateway is. */
export function identityRoutes(application: Application, gatewayUrl: () => string, shards: number): Route[] {
  return [
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ({ body: gatewayInformation(gatewayUrl(), shards) }),
    },
    { method: 'GET', path: '/users/@me', handle: () => ({ body: application.bot }) },
    { method: 'GET', path: '/applications/@me', handle: () => ({ body: application }) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ({ body: application }) },
  ];
}

function gatewayInformation(url: string, shards: number) {
  return {
    url,
    shards,
    session_start_limit: { total: 1_000, remaining: 999, reset_after: 14_400_000, max_concurrency: shards },
  };
}
