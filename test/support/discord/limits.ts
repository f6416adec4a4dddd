/** Discord's documented limits, as of August 2026. Texts are counted in UTF-16 units, never less than Discord counts. */
export const LIMITS = {
  /** From the interaction to its first response. */
  acknowledgeWithinMs: 3_000,
  /** For edits and follow-ups, from the interaction on. */
  tokenLifetimeMs: 15 * 60_000,
  /** Where only the user has installed the app. */
  userInstallFollowUps: 5,
  message: { content: 2_000, mentionedIds: 100, actionRows: 5 },
  embed: {
    perMessage: 10,
    total: 6_000,
    title: 256,
    description: 4_096,
    fields: 25,
    name: 256,
    value: 1_024,
  },
  components: {
    perMessage: 40,
    text: 4_000,
    customId: 100,
    rowButtons: 5,
    sectionTexts: 3,
    galleryItems: 10,
  },
  button: { label: 80, url: 512 },
  select: { options: 25, label: 100, value: 100, description: 100, placeholder: 150 },
  /** Bytes: what a server without boosts takes. */
  media: { url: 2_048, description: 1_024, bytes: 10 * 1_024 * 1_024 },
  autocomplete: { choices: 25, name: 100, value: 100 },
  modal: { title: 45, rows: 5, label: 45, description: 100, input: 4_000, placeholder: 100 },
  command: { name: 32, description: 100, options: 25, choices: 25, choiceName: 100, choiceValue: 100 },
  /** Names, descriptions and choice values of one command together; the longest localization counts. */
  commandCharacters: 8_000,
  chatCommands: 100,
  userCommands: 15,
  messageCommands: 15,
} as const;
