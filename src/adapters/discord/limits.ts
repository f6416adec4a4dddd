/** Discord's limits: https://discord.com/developers/docs/components/reference and its OpenAPI description. */
export const LIMITS = {
  /** All text displays of a message together. */
  text: 4_000,
  /** Nested components counted. */
  components: 40,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  linkUrl: 512,
  selectOptions: 25,
  optionLabel: 100,
  optionDescription: 100,
  placeholder: 150,
  autocompleteChoices: 25,
  choiceText: 100,
  /** What is read out for a picture. */
  mediaDescription: 1_024,
} as const;
