import PQueue from 'p-queue';
import { checkPage, type FetchPage, type Verdict } from './check-page.ts';

export interface CheckLinksOptions {
  readonly fetch: FetchPage;
  /** How long a server may take to answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** Between the starts of two checks of one host, in milliseconds. */
  readonly pauseMs?: number;
  /** How many hosts are asked at the same time. */
  readonly mostAtOnce?: number;
  /** Called for each address as soon as it can be told what became of it. */
  readonly onChecked?: (url: string, verdict: Verdict) => void;
}

export interface LinkReport {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** False when no server at all answered: then the verdicts say nothing. */
  readonly hasNetwork: boolean;
}

/** When so many hosts and no other could not be reached, the rest need not be tried. */
const enoughHosts = 6;
const restingHost: Verdict = { outcome: 'unsure', reason: 'its host asked for fewer requests' };

/**
 * Looks which of the addresses still lead to their pages: one request at a time for each host, with a pause between, and
 * none to a host any more that asks for fewer. Never throws.
 */
export async function checkLinks(
  urls: readonly string[],
  { fetch, timeoutMs = 20_000, pauseMs = 1_000, mostAtOnce = 8, onChecked = () => {} }: CheckLinksOptions,
): Promise<LinkReport> {
  const all = new PQueue({ concurrency: mostAtOnce });
  const verdicts = new Map<string, Verdict>();
  const silentHosts = new Set<string>();
  /** Addresses whose host is not known: without a network, no host is. */
  const waiting = new Map<string, Verdict>();
  let isAnswered = false;
  const isOffline = () => !isAnswered && silentHosts.size >= enoughHosts;

  const settle = (url: string, verdict: Verdict) => {
    verdicts.set(url, verdict);
    onChecked(url, verdict);
  };
  const settleWaiting = () => {
    for (const [url, verdict] of waiting) settle(url, verdict);
    waiting.clear();
  };

  /** @returns Whether the host asked for fewer requests. */
  const checkOne = async (host: string, url: string): Promise<boolean> => {
    const { verdict, contact, isTooMuch } = await checkPage(url, { fetch, timeoutMs });
    if (contact === 'answered') isAnswered = true;
    else silentHosts.add(host);
    if (contact === 'unknown' && !isAnswered) waiting.set(url, verdict);
    else settle(url, verdict);
    if (isAnswered) settleWaiting();
    return isTooMuch;
  };
  const checkHost = async (host: string, pages: readonly string[]) => {
    const paced = new PQueue({ concurrency: 1, interval: pauseMs, intervalCap: 1, strict: pauseMs > 0 });
    let isResting = false;
    for (const url of pages) {
      if (isOffline()) return;
      if (isResting) settle(url, restingHost);
      else isResting = await paced.add(() => all.add(() => !isOffline() && checkOne(host, url)));
    }
  };

  const hosts = Map.groupBy(new Set(urls), (url) => new URL(url).host);
  await Promise.all([...hosts].map(([host, pages]) => checkHost(host, pages)));
  return { verdicts, hasNetwork: isAnswered || urls.length === 0 };
}
