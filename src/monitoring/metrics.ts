import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ConnectionStatus } from '../bot/connection-status.ts';
import type { CorpusStatus } from '../bot/corpus-status.ts';
import type { Monitor } from '../bot/monitor.ts';

/** From a millisecond to the three seconds within which platforms want a first answer. */
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** What is looked up when somebody reads the metrics. */
export interface Observed {
  readonly corpus: { status(): CorpusStatus };
  readonly connections: readonly { readonly platform: string; status(): ConnectionStatus }[];
}

export interface Metrics {
  readonly monitor: Monitor;
  /** Has state shown that nobody reports; call it once. */
  observe(observed: Observed): void;
  /** All of it, in the text format of Prometheus. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Metrics in a registry of their own. Labels hold nothing that a person typed, and no ids. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: 'minerals_questions_total',
    help: 'Commands by what became of them.',
    labelNames: ['platform', 'command', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'minerals_reply_seconds',
    help: 'Time to make a reply, without sending it.',
    labelNames: ['platform'],
    buckets: secondsBuckets,
    registers,
  });
  const rateLimited = new Counter({
    name: 'minerals_rate_limited_total',
    help: 'Requests that a platform refused, or that waited, because there were too many.',
    labelNames: ['platform'],
    registers,
  });
  return {
    monitor: {
      replied: ({ platform, command, outcome, seconds: taken }) => {
        questions.inc({ platform, command, outcome });
        seconds.observe({ platform }, taken);
      },
      rateLimited: (platform) => rateLimited.inc({ platform }),
    },
    observe: (observed) => observe(observed, registers),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function observe({ corpus, connections }: Observed, registers: Registry[]): void {
  new Gauge({
    name: 'minerals_corpus_info',
    help: 'Always 1; the label says which version of the corpus is served.',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset();
      this.set({ version: corpus.status().version }, 1);
    },
  });
  new Gauge({
    name: 'minerals_corpus_facts',
    help: 'How many facts are served.',
    registers,
    collect() {
      this.set(corpus.status().facts);
    },
  });
  new Gauge({
    name: 'minerals_connection_ready',
    help: '1 while the platform is connected and answers come through, else 0.',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const one of connections) this.set({ platform: one.platform }, one.status().isReady ? 1 : 0);
    },
  });
}
