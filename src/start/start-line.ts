/** A part of the program as it was started. */
export interface StartedPart {
  readonly name: string;
  readonly isOn: boolean;
  /** How it runs, or why it does not and what to set; nothing secret. */
  readonly detail: string;
}

/** One line that says what is on, what is off, and why. */
export function renderStartLine(parts: readonly StartedPart[]): string {
  const said = parts.map(({ name, isOn, detail }) => `${name} ${isOn ? 'on' : 'off'} (${detail})`);
  return `Starting: ${said.join('; ')}.`;
}
