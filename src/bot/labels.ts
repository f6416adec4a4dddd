import { cutText, toVisibleLine } from './visible-line.ts';

const longestEcho = 300;

/** A label of at most so many characters: it leads to the whole text, so it may end early, at a word. */
export function endEarly(label: string, most: number): string {
  return label.length <= most ? label : `${cutText(label, most - 1).replace(/\s+\S*$/u, '')}…`;
}

/** What was asked, as one line to stand above the answer; a very long question ends early. */
export function echoQuestion(question: string): string {
  const line = toVisibleLine(question);
  return line.length <= longestEcho ? line : `${cutText(line, longestEcho - 1)}…`;
}
