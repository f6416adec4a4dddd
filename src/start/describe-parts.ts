import { platforms } from '../adapters/index.ts';
import { parseDeskConfig } from '../desk/config.ts';
import { describeLimits, parseLimitsConfig } from '../limits/config.ts';
import type { Environment } from '../settings.ts';
import { describeStorage } from '../storage/index.ts';
import type { StartedPart } from './start-line.ts';

export interface RunningParts {
  /** Where the server listens; undefined when there is none. */
  readonly port: number | undefined;
  readonly metricsToken: string | undefined;
  /** Whether anything is kept. */
  readonly keeps: boolean;
}

/** What was started; each part of the program adds its line here. */
export function describeParts(
  environment: Environment,
  { port, metricsToken, keeps }: RunningParts,
): readonly StartedPart[] {
  const hasServer = port !== undefined;
  const limits = parseLimitsConfig(environment);
  const { isNoting } = parseDeskConfig(environment);
  const metricsReader =
    metricsToken === undefined ? 'open to whoever reaches the port' : 'with METRICS_TOKEN';
  return [
    ...platforms.map((one) => ({ name: one.name, ...one.plan(environment) })),
    { name: 'server', isOn: hasServer, detail: hasServer ? `port ${port}` : 'PORT is not set' },
    { name: 'metrics', isOn: hasServer, detail: hasServer ? metricsReader : 'there is no server' },
    { name: 'database', isOn: keeps, detail: keeps ? describeStorage(environment) : 'it can not be used' },
    {
      name: 'limits',
      isOn: limits.perAsker !== undefined || limits.perPlace !== undefined,
      detail: describeLimits(limits),
    },
    { name: 'gaps', isOn: keeps && isNoting, detail: gapsDetail(keeps, isNoting) },
  ];
}

function gapsDetail(keeps: boolean, isNoting: boolean): string {
  if (!isNoting) return 'GAPS=off';
  return keeps ? 'questions without a good answer are counted' : 'there is no database';
}
