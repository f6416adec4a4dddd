/** Slack's limits: https://docs.slack.dev/reference/block-kit/blocks and the types of its SDK. */
export const LIMITS = {
  blocks: 50,
  homeBlocks: 100,
  section: 3_000,
  header: 150,
  buttonText: 75,
  buttonValue: 2_000,
  optionText: 75,
  optionValue: 75,
  selectOptions: 100,
  linkUrl: 3_000,
  altText: 2_000,
  /** All blocks of a message together: not documented, seen in slackapi/bolt-js issue 2509; kept well below. */
  messageCharacters: 12_000,
  /** The text that stands for the blocks in notifications and screen readers. */
  fallbackText: 4_000,
} as const;
