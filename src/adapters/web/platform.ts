import type { Telemetry } from '../../bot/monitor.ts';
import type { Environment } from '../../settings.ts';
import type { Adapter, Bot, Platform } from '../adapter.ts';
import { parseWebConfig, type WebConfig } from './config.ts';
import type { Previews } from './previews.ts';

/** The desk: web pages to try the bot and to look through the corpus. */
export interface WebPlatform extends Platform {
  /** The desk whether or not it is asked for; undefined only when WEB=off. @throws StartupError */
  open(environment: Environment, bot: Bot, telemetry: Telemetry): Promise<Adapter | undefined>;
}

/** @param previews How other platforms would show a reply. */
export function createWebPlatform(previews: Previews): WebPlatform {
  const create = async (config: WebConfig, bot: Bot, telemetry: Telemetry) => {
    const { createWebAdapter } = await import('./adapter.ts');
    return createWebAdapter(bot, { ...config, previews, ...telemetry });
  };
  return {
    name: 'Desk',
    howToConfigure: 'WEB=on, for the web page beside other platforms',
    plan: ({ WEB }) =>
      WEB === 'on' ? { isOn: true, detail: 'a web page' } : { isOn: false, detail: 'WEB is not on' },
    configure: async (environment, bot, telemetry) => {
      const config = parseWebConfig(environment);
      return config.wanted === true ? create(config, bot, telemetry) : undefined;
    },
    open: async (environment, bot, telemetry) => {
      const config = parseWebConfig(environment);
      return config.wanted === false ? undefined : create(config, bot, telemetry);
    },
    tasks: {},
  };
}
