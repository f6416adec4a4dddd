import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type EncryptionKeys, parseEncryptionKeys } from '../../src/storage/encryption-key.ts';
import { openStorage } from '../../src/storage/index.ts';
import { createSealedInstallations } from '../../src/storage/sealed-installations.ts';
import { createSeal } from '../../src/storage/sealing.ts';

const parse = (ENCRYPTION_KEY: string): EncryptionKeys => {
  const keys = parseEncryptionKeys({ ENCRYPTION_KEY });
  if (keys === undefined) throw new Error('There is no key.');
  return keys;
};
const makeKey = () => randomBytes(32).toString('base64');
const cannot = /^A stored secret can not be opened/;

describe('a sealed text', () => {
  const key = makeKey();
  const seal = createSeal(parse(key));

  it.each(['', 'xoxb-1', 'міст 🌉', 'x'.repeat(100_000)])('opens again: %.20s', (text) => {
    expect(seal.open(seal.seal(text, 'T1'), 'T1')).toBe(text);
  });

  it('shows nothing of the text, and is another each time', () => {
    const sealed = Array.from({ length: 1_000 }, () => seal.seal('xoxb-secret', 'T1'));
    expect(new Set(sealed.map((one) => one.split('.')[1])).size).toBe(1_000);
    expect(sealed[0]).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
    expect(Buffer.from(sealed[0]?.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('xoxb');
  });

  it('opens only for what it was sealed for', () => {
    expect(() => seal.open(seal.seal('xoxb-1', 'T1'), 'T2')).toThrow(cannot);
  });

  it('does not open when any byte of it was changed', () => {
    const [version, ...parts] = seal.seal('xoxb-1', 'T1').split('.');
    for (const [which, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url');
      for (const at of bytes.keys()) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        const others = parts.with(which, changed.toString('base64url'));
        expect(() => seal.open([version, ...others].join('.'), 'T1')).toThrow(cannot);
      }
    }
  });

  it.each(['', 'xoxb-1', 'v1', 'v1..', 'v1.AAAA.AAAA', 'v2.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA'])(
    'does not open when it is something else: "%s"',
    (text) => {
      expect(() => seal.open(text, 'T1')).toThrow(cannot);
    },
  );

  it('opens with the keys before, and is sealed with the first', () => {
    const next = makeKey();
    const both = createSeal(parse(`${next}, ${key}`));
    expect(both.open(seal.seal('xoxb-1', 'T1'), 'T1')).toBe('xoxb-1');
    const sealed = both.seal('xoxb-2', 'T1');
    expect(createSeal(parse(next)).open(sealed, 'T1')).toBe('xoxb-2');
    expect(() => seal.open(sealed, 'T1')).toThrow(cannot);
  });
});

describe('ENCRYPTION_KEY', () => {
  it('may be base64 or hex', () => {
    const bytes = randomBytes(32);
    for (const form of ['base64', 'base64url', 'hex'] as const) {
      expect(parse(bytes.toString(form))[0]).toEqual(bytes);
    }
    expect(parseEncryptionKeys({})).toBeUndefined();
    expect(parseEncryptionKeys({ ENCRYPTION_KEY: '' })).toBeUndefined();
  });

  it.each([
    'hunter2',
    randomBytes(31).toString('base64'),
    randomBytes(33).toString('base64'),
    randomBytes(31).toString('hex'),
    `${makeKey()},`,
    `${makeKey()},hunter2`,
  ])('is refused with a way to make one, and not shown: %s', (ENCRYPTION_KEY) => {
    expect(() => parseEncryptionKeys({ ENCRYPTION_KEY })).toThrow(
      expect.objectContaining({
        problems: [
          'ENCRYPTION_KEY must be 32 bytes as base64 or hex, or several such joined by commas; this makes one: openssl rand -base64 32',
        ],
      }),
    );
  });
});

it('keeps installations so that the database shows nothing, and their rows can not be swapped', async () => {
  const storage = await openStorage({ DATABASE_FILE: ':memory:' });
  const installations = createSealedInstallations(storage.installations, createSeal(parse(makeKey())));
  const installation = { team: { id: 'T1' }, bot: { token: 'xoxb-secret', scopes: ['commands'] } };
  await installations.save('T1', installation);
  expect(await installations.find('T1')).toEqual(installation);
  const sealed = (await storage.installations.find('T1')) ?? '';
  expect(sealed).toMatch(/^v1\.[\w-]+\.[\w-]+$/);
  await storage.installations.save('T2', sealed);
  await expect(installations.find('T2')).rejects.toThrow(cannot);
  await installations.delete('T1');
  expect(await installations.find('T1')).toBeUndefined();
  await storage.close();
});
