import { z } from 'zod';
import { type Environment, optional, parseSettings } from '../settings.ts';

/** 32 bytes each. The first seals; the others open what was sealed before. */
export type EncryptionKeys = readonly [Buffer, ...Buffer[]];

const keyBytes = 32;

const schema = z.object({
  ENCRYPTION_KEY: optional(
    z.string().transform((text, context): EncryptionKeys => {
      const [first, ...others] = text.split(',').map((part) => readKey(part.trim()));
      const rest = others.filter((key) => key !== undefined);
      if (first !== undefined && rest.length === others.length) return [first, ...rest];
      context.addIssue(
        `must be ${keyBytes} bytes as base64 or hex, or several such joined by commas; this makes one: openssl rand -base64 ${keyBytes}`,
      );
      return z.NEVER;
    }),
  ),
});

/**
 * The keys that ENCRYPTION_KEY holds; undefined when it is not set.
 * @throws StartupError when they can't be read. They are not shown.
 */
export function parseEncryptionKeys(environment: Environment): EncryptionKeys | undefined {
  return parseSettings(schema, environment, 'The key for stored secrets is not set up right:').ENCRYPTION_KEY;
}

function readKey(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}
