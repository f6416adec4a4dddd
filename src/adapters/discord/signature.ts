import type { IncomingHttpHeaders } from 'node:http';
import { verifyKey } from 'discord-interactions';

/** A request that is older, or as much ahead, is a recording or comes from a clock that can't be trusted. */
const oldestMs = 5 * 60_000;

/** Whether Discord signed a request lately. */
export type CheckSignature = (body: Uint8Array, headers: IncomingHttpHeaders) => Promise<boolean>;

/**
 * Ed25519 over the timestamp and the body as it came
 * (https://docs.discord.com/developers/interactions/overview, "Validating Security Request Headers").
 * @param publicKey Of the application, in hexadecimal digits.
 */
export function createSignatureCheck(publicKey: string): CheckSignature {
  return async (body, headers) => {
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = headers;
    if (typeof signature !== 'string' || typeof timestamp !== 'string') return false;
    if (!/^[\da-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(Date.now() - Number(timestamp) * 1_000) > oldestMs) return false;
    return verifyKey(body, signature, timestamp, publicKey);
  };
}
