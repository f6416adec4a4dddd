import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type FetchedImage, fetchImages } from './fetch-images.ts';
import type { Interactivity } from './interactivity.ts';
import { type Json, parseOrKeep, recordOf, textIn } from './json.ts';
import type { Method } from './methods.ts';
import { SlackError } from './validate.ts';

/** A request as it came in. */
export interface Call {
  /** Such as `chat.postMessage`; `response_url` for what went to one. */
  readonly method: string;
  /** With which it came; empty for one to a response_url. */
  readonly token?: string;
  /** Without the token; blocks, view, attachments and metadata are parsed. */
  readonly body: Json;
  /** Set when it was refused, or `ratelimited`. */
  readonly error?: string;
}

/** A request, or an ack, that was refused. */
export interface Rejection extends Call {
  readonly error: string;
  /** One line for each fault: `blocks[0].elements[1].text.text: 80 characters, at most 75`. */
  readonly problems: readonly string[];
}

interface WebApiOptions {
  readonly methods: ReadonlyMap<string, Method>;
  readonly interactivity: Interactivity;
  /** Of bots that are installed. */
  readonly botTokens: ReadonlySet<string>;
  readonly appToken: string;
  /** Answers oauth.v2.access, which needs no token. */
  readonly exchange: Method;
  /** Seconds to wait, by method; each is good for one call. */
  readonly limits: Map<string, number[]>;
  /** Filled with every call. */
  readonly calls: Call[];
  /** Filled with every refused call. */
  readonly rejected: Rejection[];
  /** Filled with every picture in a message or view. */
  readonly images: FetchedImage[];
}

/** Answers `/api/<method>` and `/response/<id>` the way Slack does. */
export function createWebApi(options: WebApiOptions): RequestListener {
  const { methods, interactivity, botTokens, appToken, exchange, limits, calls, rejected, images } = options;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, area, name = ''] = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.split('/');
    const { token, body } = await readCall(request);
    const method = area === 'response' ? 'response_url' : name;
    const retryAfterSeconds = limits.get(method)?.shift();
    if (retryAfterSeconds !== undefined) {
      calls.push({ method, body, error: 'ratelimited' });
      response.setHeader('retry-after', retryAfterSeconds);
      return send(response, 429, { ok: false, error: 'ratelimited' });
    }
    try {
      images.push(...(await fetchImages(body, area === 'response' ? 400 : 200)));
      const answer = area === 'response' ? interactivity.respond(name, body) : run(name, token, body);
      calls.push({ method, token, body });
      send(response, 200, { ok: true, ...answer });
    } catch (thrown) {
      const { message: error, problems, status } = toSlackError(thrown);
      calls.push({ method, body, error });
      rejected.push({ method, body, error, problems });
      const messages = problems.map((problem) => `[ERROR] ${problem}`);
      send(response, status, { ok: false, error, response_metadata: { messages } });
    }
  }

  function run(name: string, token: string, body: Json): Json {
    if (name === 'oauth.v2.access') return exchange(body);
    const method = methods.get(name);
    if (method === undefined) throw new SlackError('unknown_method');
    if (!botTokens.has(token) && token !== appToken) throw new SlackError('invalid_auth');
    const isAllowed = name === 'apps.connections.open' ? token === appToken : botTokens.has(token);
    if (!isAllowed) throw new SlackError('not_allowed_token_type');
    return method(body);
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) =>
      send(response, 500, { ok: false, error: String(error) }),
    );
  };
}

async function readCall(request: IncomingMessage): Promise<{ token: string; body: Json }> {
  const raw = await text(request);
  const isJsonBody = request.headers['content-type']?.startsWith('application/json') === true;
  const fields = isJsonBody ? recordOf(parseOrKeep(raw)) : Object.fromEntries(new URLSearchParams(raw));
  const { token, ...rest } = fields;
  const [, bearer] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const body = Object.entries(rest).map(([key, value]) => [key, parseField(key, value)]);
  return { token: bearer ?? textIn(token), body: Object.fromEntries(body) };
}

function parseField(key: string, value: unknown): unknown {
  const isNested = ['blocks', 'view', 'attachments', 'metadata'].includes(key);
  return isNested && typeof value === 'string' ? parseOrKeep(value) : value;
}

/** An error of the server itself is refused with its name, so that a test does not have to guess. */
function toSlackError(error: unknown): SlackError {
  return error instanceof SlackError ? error : new SlackError(`Test server: ${error}`, [], 500);
}

function send(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
