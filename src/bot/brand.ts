/** What the bot is called, and the command that people type on platforms where all of it stands behind one. */
export const brand = {
  name: 'Minerals Desk',
  command: 'minerals',
  /** The action on somebody's message. Slack allows 24 characters. */
  checkAction: 'Check against the facts',
} as const;
