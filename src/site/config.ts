import { z } from 'zod';
import { type Environment, optional, parseSettings } from '../settings.ts';

const schema = z.object({
  OPERATOR_NAME: optional(z.string().max(100, 'must have at most 100 characters')),
  OPERATOR_CONTACT: optional(
    z.union([z.email(), z.url({ protocol: /^https$/ })], 'must be a mail address or an https address'),
  ),
});

/** Who runs this installation, for those who use it. */
export interface Operator {
  readonly name: string | undefined;
  /** A mail address or an https address. */
  readonly contact: string | undefined;
}

/** @throws StartupError that lists every setting that is wrong. */
export function parseOperator(environment: Environment): Operator {
  const data = parseSettings(schema, environment, 'The public pages are not set up right:');
  return { name: data.OPERATOR_NAME, contact: data.OPERATOR_CONTACT };
}
