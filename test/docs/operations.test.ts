import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../src/monitoring/metrics.ts';

const text = readFileSync('docs/operations.md', 'utf8');
const settings = readFileSync('.env.example', 'utf8');

const rulesSchema = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
});

/** Names of all that Prometheus is told, as PromQL has them. */
async function exposedNames(): Promise<ReadonlySet<string>> {
  const metrics = createMetrics();
  const corpus = { status: () => ({ version: 'x', loadedAt: new Date(0), facts: 1, problems: [] }) };
  const connections = [{ platform: 'slack', status: () => ({ isReady: true, detail: '' }) }];
  metrics.observe({ corpus, connections });
  metrics.monitor.replied({ platform: 'slack', command: 'ask', outcome: 'answered', seconds: 0.002 });
  metrics.monitor.rateLimited('slack');
  const { text: exposed } = await metrics.render();
  const named = [...exposed.matchAll(/^(?:# HELP )?([a-z_]\w*)/gm)].map(([, name = '']) => name);
  return new Set(named);
}

describe('docs/operations.md', () => {
  it('says of every metric of the bot what it counts', async () => {
    const own = [...(await exposedNames())].filter(
      (name) => name.startsWith('minerals_') && !/_(bucket|sum|count)$/.test(name),
    );
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });

  it('has alerts on metrics that there are', async () => {
    const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(text) ?? [];
    const rules = rulesSchema.parse(parse(yaml)).groups.flatMap((group) => group.rules);
    const used = rules.flatMap(({ expr }) => expr.match(/\b(?:minerals|process|nodejs)_\w+/g) ?? []);
    const exposed = await exposedNames();
    expect(rules.length).toBeGreaterThan(5);
    expect(used.filter((name) => !exposed.has(name))).toEqual([]);
  });

  it('names settings and files that there are', () => {
    const named = [...text.matchAll(/`((?:SLACK|DISCORD|DATABASE|GAPS|METRICS|ENCRYPTION|LIMIT)_\w+)/g)];
    const files = [...text.matchAll(/`((?:src|deploy)\/[\w./-]+)`/g)];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(([, name = '']) => !settings.includes(name))).toEqual([]);
    expect(files.filter(([, path = '']) => !existsSync(path))).toEqual([]);
  });
});
