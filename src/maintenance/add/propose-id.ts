import { LENGTHS } from '../../knowledge/fields.ts';
import { fold } from '../../knowledge/text/clean.ts';

/** Words that say nothing in an id. */
const idle = new Set(
  'a an the of to in on at for and by is are was were be has have had with its it that'.split(' '),
);
const mostWords = 6;

/**
 * An id made of the telling words of a text, which no other entry has: "The bridge opened to traffic" gives
 * "bridge-opened-traffic". Empty when the text has no Latin letter and no digit.
 */
export function proposeId(text: string, taken: ReadonlySet<string>): string {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !idle.has(word));
  let id = '';
  for (const word of words.slice(0, mostWords)) {
    const longer = id === '' ? word : `${id}-${word}`;
    if (longer.length <= LENGTHS.id - '-99'.length) id = longer;
  }
  if (id === '' || !taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
