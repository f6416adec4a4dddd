/** Slack's limits as of August 2026. Texts are counted in UTF-16 units. */
export const LIMITS = {
  /** From an envelope or request to its ack, and from a trigger_id to the view it opens. */
  acknowledgeWithinMs: 3_000,
  responseUrlUses: 5,
  message: { text: 40_000, blocks: 50 },
  /** All texts in the blocks of one message together. Slack does not document it. */
  blockCharacters: 13_200,
  view: { blocks: 100, title: 24, privateMetadata: 3_000 },
  /** block_id, action_id and callback_id. */
  id: 255,
  section: { text: 3_000, fields: 10, field: 2_000 },
  header: 150,
  markdown: 12_000,
  context: { elements: 10, text: 3_000 },
  contextActions: 5,
  actions: 25,
  textInput: 3_000,
  input: { label: 2_000, hint: 2_000 },
  image: { url: 3_000, altText: 2_000, title: 2_000 },
  button: { text: 75, value: 2_000, url: 3_000, accessibilityLabel: 75 },
  option: { text: 75, value: 75, description: 75 },
  options: { overflow: 5, radio: 10, select: 100 },
  placeholder: 150,
} as const;
