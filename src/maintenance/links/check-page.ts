/** What is asked of a server; `fetch` does it. */
export type FetchPage = (
  url: string,
  request: {
    readonly method: 'HEAD' | 'GET';
    readonly redirect: 'manual';
    readonly headers: Record<string, string>;
    readonly signal: AbortSignal;
  },
) => Promise<PageResponse>;

interface PageResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { cancel(): Promise<void> } | null;
}

/** What became of a page. A server that refuses, is overloaded or does not answer says nothing about the page. */
export type Verdict =
  | { readonly outcome: 'fine' }
  | { readonly outcome: 'moved'; readonly to: string }
  | { readonly outcome: 'dead' | 'unsure'; readonly reason: string };

export interface PageCheck {
  readonly verdict: Verdict;
  /** answered: some server did; unknown: the host has no address; unreachable: no answer, for another reason. */
  readonly contact: 'answered' | 'unknown' | 'unreachable';
  /** Whether the server asked for fewer requests. */
  readonly isTooMuch: boolean;
}

const mostRedirects = 6;
const gone: readonly number[] = [404, 410];
const permanent: readonly number[] = [301, 308];
const temporary: readonly number[] = [302, 303, 307];
const tooMuch: readonly number[] = [429, 503];
const headers = { 'user-agent': 'corpus-link-check', accept: 'text/html,*/*;q=0.8' };

/** Looks whether a page is still there, with as little traffic as servers allow. Never throws. */
export async function checkPage(
  url: string,
  options: { readonly fetch: FetchPage; readonly timeoutMs: number },
): Promise<PageCheck> {
  let last: number | undefined;
  const visit = async (address: string) => {
    const response = await request(address, options);
    last = response.status;
    return response;
  };
  const judge = async (): Promise<{ verdict: Verdict; isUnknown: boolean }> => {
    try {
      return { verdict: await follow(url, visit), isUnknown: false };
    } catch (error) {
      const code = codeOf(error);
      return code === 'ENOTFOUND'
        ? { verdict: { outcome: 'dead', reason: 'its host is not known any more' }, isUnknown: true }
        : { verdict: { outcome: 'unsure', reason: code }, isUnknown: false };
    }
  };
  const { verdict, isUnknown } = await judge();
  if (last !== undefined) return { verdict, contact: 'answered', isTooMuch: tooMuch.includes(last) };
  return { verdict, contact: isUnknown ? 'unknown' : 'unreachable', isTooMuch: false };
}

/** Goes where the page leads. Only a chain of permanent redirects says that it has moved. */
async function follow(url: string, visit: (url: string) => Promise<PageResponse>): Promise<Verdict> {
  let address = url;
  let movedTo: string | undefined;
  let isForGood = true;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const { status, headers } = await visit(address);
    if (gone.includes(status)) return { outcome: 'dead', reason: `status ${status}` };
    if (status >= 200 && status < 300) {
      const hasMoved = movedTo !== undefined && withoutFragment(movedTo) !== withoutFragment(url);
      return hasMoved && movedTo !== undefined ? { outcome: 'moved', to: movedTo } : { outcome: 'fine' };
    }
    const next = [...permanent, ...temporary].includes(status)
      ? parseAddress(headers.get('location'), address)
      : undefined;
    if (next === undefined) return { outcome: 'unsure', reason: `status ${status}` };
    isForGood &&= permanent.includes(status);
    if (isForGood) movedTo = next;
    address = next;
  }
  return { outcome: 'unsure', reason: 'too many redirects' };
}

/** Many servers do not know HEAD or refuse it: only a good answer to it is believed. */
async function request(
  url: string,
  { fetch, timeoutMs }: { readonly fetch: FetchPage; readonly timeoutMs: number },
): Promise<PageResponse> {
  const ask = async (method: 'HEAD' | 'GET') => {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, redirect: 'manual', headers, signal });
    await response.body?.cancel();
    return response;
  };
  try {
    const response = await ask('HEAD');
    if (response.status < 400 || tooMuch.includes(response.status)) return response;
  } catch (error) {
    if (['ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error))) throw error;
  }
  return ask('GET');
}

function parseAddress(location: string | null, base: string): string | undefined {
  const url = location === null ? null : URL.parse(location, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '');
}

/** The system's word for what went wrong: ENOTFOUND, ECONNREFUSED, TimeoutError … */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if (error.name === 'TimeoutError') return 'no answer in time';
  if (error.cause !== undefined) return codeOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
