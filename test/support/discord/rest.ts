import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Answer, ApiError, type ApiRequest, apiErrors, type Route, type UploadedFile } from './api.ts';
import { type RateLimits, sendRateLimit, toPathPattern } from './rate-limits.ts';
import { readBody } from './request-body.ts';

/** A request as it came in. */
export interface RecordedRequest {
  readonly method: string;
  /** Without `/api/v10` and without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** A request that was refused, for whatever reason but a rate limit. */
export interface Rejection extends RecordedRequest {
  readonly status: number;
  /** Discord's error code: 50035 for an invalid body. */
  readonly code: number;
  readonly message: string;
  /** One line for each field at fault: `data.content: Must be 2000 or fewer in length.` */
  readonly problems: readonly string[];
}

interface RestOptions {
  readonly routes: readonly Route[];
  readonly token: string;
  readonly rateLimits: RateLimits;
  /** Filled with every request. */
  readonly requests: RecordedRequest[];
  /** Filled with every refused request. */
  readonly rejected: Rejection[];
  /** Uploaded files, by their path below `/attachments`. */
  readonly fileAt: (path: string) => UploadedFile | undefined;
}

const base = '/api/v10';

/** Answers HTTP requests the way Discord's REST API does. */
export function createRest({
  routes,
  token,
  rateLimits,
  requests,
  rejected,
  fileAt,
}: RestOptions): RequestListener {
  const patterns = routes.map((route) => ({ route, pattern: toPathPattern(route.path) }));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, filePath] = /^\/attachments\/(.+)$/.exec(request.url ?? '') ?? [];
    if (filePath !== undefined) return sendFile(response, fileAt(decodeURIComponent(filePath)));
    const recorded = await record(request);
    requests.push(recorded);
    const { method, path } = recorded;
    const retryAfterSeconds = rateLimits.take(method, path);
    if (retryAfterSeconds !== undefined) return sendRateLimit(response, retryAfterSeconds);
    try {
      send(response, answer(recorded, request.headers.authorization));
    } catch (error) {
      const { status, code, message, details, body } = toApiError(error);
      rejected.push({ ...recorded, status, code, message, problems: details.problems ?? [] });
      send(response, { status, body });
    }
  }

  function answer({ method, path, query, body, files }: RecordedRequest, authorization?: string): Answer {
    const found = patterns.find(({ route, pattern }) => route.method === method && pattern.test(path));
    if (found === undefined) throw apiErrors.notFound();
    if (found.route.isOpen !== true && authorization !== `Bot ${token}`) throw apiErrors.unauthorized();
    const request: ApiRequest = {
      params: found.pattern.exec(path)?.groups ?? {},
      query: new URLSearchParams(query),
      body,
      files,
    };
    return found.route.handle(request);
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => send(response, toAnswer(toApiError(error))));
  };
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = decodeURIComponent(pathname).replace(base, '');
  const query = Object.fromEntries(searchParams);
  return { method: request.method ?? '', path, query, ...(await readBody(request)) };
}

/** An error of the server itself is a 500 that names it, so that a test does not have to guess. */
function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(500, 0, `Test server: ${error}`);
}

function toAnswer({ status, body }: ApiError): Answer {
  return { status, body };
}

/** As from Discord's CDN: no token is needed, and what is not there is a 404. */
function sendFile(response: ServerResponse, file: UploadedFile | undefined): void {
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.contentType ?? 'text/plain' });
  response.end(file?.bytes);
}

function send(response: ServerResponse, { body, status = body === undefined ? 204 : 200 }: Answer): void {
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
