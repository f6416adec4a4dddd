import { z } from 'zod';
import { type Environment, onOrOff, optional, parseSettings, port, webAddress } from '../../settings.ts';

const schema = z.object({
  WEB: optional(onOrOff),
  // Not HOST: some shells and tools set that to the machine's name.
  WEB_HOST: optional(z.string()),
  WEB_PORT: optional(port),
  PORT: optional(port),
  WEB_PUBLIC_URL: optional(webAddress),
});

const usualPort = 4680;

export interface WebConfig {
  /** Whether it is asked for, forbidden or neither. */
  readonly wanted: boolean | undefined;
  /** The address to listen on; the machine itself only, unless told otherwise. */
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Where people reach it from elsewhere. */
  readonly publicUrl: URL | undefined;
}

/** @throws StartupError that lists every setting that is wrong. */
export function parseWebConfig(environment: Environment): WebConfig {
  const data = parseSettings(schema, environment, 'The desk is not set up right:');
  return {
    wanted: data.WEB === undefined ? undefined : data.WEB === 'on',
    host: data.WEB_HOST ?? '127.0.0.1',
    port: data.WEB_PORT ?? data.PORT ?? usualPort,
    publicUrl: data.WEB_PUBLIC_URL === undefined ? undefined : new URL(data.WEB_PUBLIC_URL),
  };
}
