const longestEcho = 300;

/** A label of at most so many characters: it leads to the whole text, so it may end early, at a word. */
export function endEarly(label: string, most: number): string {
  return label.length <= most ? label : `${label.slice(0, most - 1).replace(/\s+\S*$/u, '')}…`;
}

/** What was asked, as one line to stand above the answer; a very long question ends early. */
export function echoQuestion(question: string): string {
  const line = question.replace(/\s+/gu, ' ').trim();
  return line.length <= longestEcho ? line : `${line.slice(0, longestEcho - 1)}…`;
}
