import { generateKeyPairSync, sign } from 'node:crypto';
import type { SignedRequest } from './slack-side.ts';

const { publicKey: key, privateKey } = generateKeyPairSync('ed25519');
let lastId = 1_500_000_000_000_000_000n;
/** People who ask in turn. */
const people = 1_000n;

export const publicKey = key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');

/** A command as Discord posts it to the Interactions Endpoint URL. */
export function signInteraction(question: string): SignedRequest {
  lastId += 1n;
  const id = String(lastId);
  const options = [{ type: 3, name: 'question', value: question }];
  const payload = {
    id,
    application_id: '1400000000000000000',
    type: 2,
    token: `token-${id}`,
    version: 1,
    locale: 'en-US',
    guild_id: '1300000000000000000',
    channel_id: '1200000000000000000',
    channel: { id: '1200000000000000000', type: 0 },
    member: {
      user: { id: String(1_100_000_000_000_000_000n + (lastId % people)), username: 'x' },
      permissions: '2147483648',
      roles: [],
    },
    authorizing_integration_owners: {},
    entitlements: [],
    app_permissions: '0',
    attachment_size_limit: 10_485_760,
    data: {
      id: '1000000000000000000',
      name: 'minerals',
      type: 1,
      options: [{ type: 1, name: 'ask', options }],
    },
  };
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(undefined, Buffer.from(timestamp + body), privateKey).toString('hex'),
    },
  };
}
