import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Only what comes from here is loaded, run or sent to, and nobody frames it. */
export function strictHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // It is served without TLS on the machine itself; whoever puts TLS before it sets this there.
    strictTransportSecurity: false,
  });
}

/**
 * Refuses requests under a name that is not ours, so that no foreign page can reach the desk by letting its own name
 * point here. Plain addresses can't be pointed anywhere.
 * @param names Host names that it is reached by, besides localhost.
 */
export function onlyOwnNames(names: readonly string[]): MiddlewareHandler {
  const own = new Set(['localhost', ...names.map((name) => name.toLowerCase())]);
  return async (c, next) => {
    const name = hostnameOf(c.req.header('host'));
    if (name !== undefined && (own.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0)) return next();
    return c.text('This name is not mine. Set WEB_PUBLIC_URL to the address that people use.\n', 421);
  };
}

/** Lets other sites link here, but not fetch, embed or post. */
export const onlyOwnPages: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site') ?? 'none';
  const isLink = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
  if (site === 'same-origin' || site === 'none' || isLink) return next();
  return c.text('This comes from another site. Open the page itself.\n', 403);
};

function hostnameOf(host: string | undefined): string | undefined {
  const address = `http://${host ?? ''}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}
