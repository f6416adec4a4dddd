import { type Logger, LogLevel } from '@slack/bolt';

/** Only what an operator can act on; Bolt's other lines may hold what people wrote. */
export function createLogger(log: (line: string) => void): Logger {
  const silent = () => {};
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error: (...parts: unknown[]) =>
      log(`Slack: ${parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')}`),
    setLevel: silent,
    getLevel: () => LogLevel.ERROR,
    setName: silent,
  };
}
