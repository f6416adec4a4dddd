import { createHmac } from 'node:crypto';
import type { Place } from '../bot/command.ts';

/** Hashes that nobody can compute or check without the key. */
export interface KeyedHash {
  /** Tells one server or workspace from another; a conversation outside of any counts as a place of its own. */
  ofPlace(place: Place): string;
  /** Tells one asker from another. */
  ofAsker(platform: string, asker: string): string;
  /** Tells one thing to be shown in a place from others, by its parts. */
  ofShown(...parts: readonly string[]): string;
  /** 16 letters, digits, "-" and "_". */
  ofQuestion(text: string): string;
}

const hashLength = 16;

/** HMAC-SHA-256, shortened to 96 bits. */
export function createKeyedHash(key: string): KeyedHash {
  const hash = (...parts: readonly string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, hashLength);
  return {
    ofPlace: ({ platform, tenant, channel }) =>
      tenant === undefined
        ? hash('place', platform, 'channel', channel ?? '')
        : hash('place', platform, tenant),
    ofAsker: (platform, asker) => hash('asker', platform, asker),
    ofShown: (...parts) => hash('shown', ...parts),
    ofQuestion: (text) => hash('question', text),
  };
}
