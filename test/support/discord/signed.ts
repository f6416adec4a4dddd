import { generateKeyPairSync, sign } from 'node:crypto';

/** Discord's side of the Interactions Endpoint URL: signs what it posts. */
export interface SigningDiscord {
  /** In hexadecimal digits, as the developer portal shows it. */
  readonly publicKey: string;
  /** Posts a payload, signed unless `headers` say otherwise. */
  post(url: string, payload: unknown, options?: PostOptions): Promise<Response>;
}

export interface PostOptions {
  /** In seconds of the clock; default now. */
  readonly timestamp?: number;
  /** Go before those that are signed with. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function createSigningDiscord(): SigningDiscord {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex'),
    post: (url, payload, { timestamp = Math.floor(Date.now() / 1_000), headers = {} } = {}) => {
      const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
      const signature = sign(undefined, Buffer.from(`${timestamp}${body}`), privateKey).toString('hex');
      return fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-signature-ed25519': signature,
          'x-signature-timestamp': String(timestamp),
          ...headers,
        },
      });
    },
  };
}
