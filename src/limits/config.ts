import { z } from 'zod';
import { type Environment, optional, parseSettings } from '../settings.ts';

const limit = z
  .string()
  .regex(/^(?:off|[1-9]\d{0,4}|100000)$/, 'must be a number of commands a minute, from 1 to 100000, or off')
  .transform((text) => (text === 'off' ? text : Number(text)));

const schema = z.object({
  LIMIT_PER_USER: optional(limit),
  LIMIT_PER_PLACE: optional(limit),
});

/** No person asks so often, and a burst of a whole class or a script still passes; one process answers some 3,000 a second. */
const usual = { perAsker: 300, perPlace: 3_000 } as const;

/** How many commands a minute; undefined for no limit. */
export interface LimitsConfig {
  readonly perAsker: number | undefined;
  /** In one server or workspace. */
  readonly perPlace: number | undefined;
}

/** @throws StartupError that lists every setting that is wrong. */
export function parseLimitsConfig(environment: Environment): LimitsConfig {
  const { LIMIT_PER_USER, LIMIT_PER_PLACE } = parseSettings(
    schema,
    environment,
    'The limits are not set up right:',
  );
  const read = (given: number | 'off' | undefined, otherwise: number) =>
    given === 'off' ? undefined : (given ?? otherwise);
  return { perAsker: read(LIMIT_PER_USER, usual.perAsker), perPlace: read(LIMIT_PER_PLACE, usual.perPlace) };
}

/** The limits in a few words, for the operator. */
export function describeLimits({ perAsker, perPlace }: LimitsConfig): string {
  const say = (most: number | undefined) => (most === undefined ? 'any number' : String(most));
  return `${say(perAsker)} a minute for each asker, ${say(perPlace)} for each place`;
}
