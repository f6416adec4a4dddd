import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { EncryptionKeys } from './encryption-key.ts';

const algorithm = 'aes-256-gcm';
/** What NIST SP 800-38D recommends for random nonces: 96 bits. */
const nonceBytes = 12;
const tagBytes = 16;
/** Names the form of the text, so that another can follow. */
const version = 'v1';

/** Hides texts from whoever reads the database, and tells whether somebody changed them there. */
export interface Seal {
  /**
   * @param context What the text belongs to; it opens only with the same.
   * @returns Letters, digits and ".", "-" and "_"; another one each time.
   */
  seal(text: string, context: string): string;
  /** @throws Error when it was sealed with another key or for another context, or was changed since. */
  open(sealed: string, context: string): string;
}

/** AES-256-GCM. The first key seals; any of them opens, so that keys can be changed. */
export function createSeal(keys: EncryptionKeys): Seal {
  return {
    seal: (text, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, keys[0], nonce, { authTagLength: tagBytes });
      cipher.setAAD(toAdditionalData(context));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [version, nonce.toString('base64url'), hidden.toString('base64url')].join('.');
    },
    open: (sealed, context) => {
      for (const key of keys) {
        const text = openWith(key, sealed, context);
        if (text !== undefined) return text;
      }
      throw new Error(
        'A stored secret can not be opened: it was sealed with a key that is no longer in ENCRYPTION_KEY, or changed since.',
      );
    },
  };
}

function openWith(key: Buffer, sealed: string, context: string): string | undefined {
  const [form, nonceText, hiddenText, ...others] = sealed.split('.');
  const nonce = Buffer.from(nonceText ?? '', 'base64url');
  const hidden = Buffer.from(hiddenText ?? '', 'base64url');
  const isWhole = form === version && nonce.length === nonceBytes && hidden.length >= tagBytes;
  if (!isWhole || others.length > 0) return undefined;
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(toAdditionalData(context));
  decipher.setAuthTag(hidden.subarray(-tagBytes));
  try {
    const start = decipher.update(hidden.subarray(0, -tagBytes));
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    // OpenSSL does not say more than that it does not fit.
    return undefined;
  }
}

function toAdditionalData(context: string): Buffer {
  return Buffer.from(`${version}:${context}`, 'utf8');
}
