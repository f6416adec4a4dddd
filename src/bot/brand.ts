import { join } from 'node:path';

/** What the bot is called, and the command that people type on platforms where all of it stands behind one. */
export const brand = {
  name: 'Minerals Desk',
  command: 'minerals',
  /** The action on somebody's message. Slack allows 24 characters. */
  checkAction: 'Check against the facts',
  /** Its picture in a browser, as a file. */
  iconFile: join(import.meta.dirname, 'icon.svg'),
} as const;
