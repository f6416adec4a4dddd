import { type Log, type LogFields, silentLog } from '../../src/bot/log.ts';
import { noMonitor, type Telemetry } from '../../src/bot/monitor.ts';

export interface LogEntry extends LogFields {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
}

/** A log that gives each entry, or its message alone, to the list. */
export function collectLog(lines: string[], entries: LogEntry[] = []): Log {
  const at =
    (level: LogEntry['level']) =>
    (message: string, fields: LogFields = {}) => {
      lines.push(message);
      entries.push({ ...fields, level, message });
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** For adapters whose log nobody looks at. */
export const unheard: Telemetry = { log: silentLog, monitor: noMonitor };
