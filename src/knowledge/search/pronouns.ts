/** Words that stand for something said before, in English and Ukrainian; folded, see text/clean.ts. */
const pronouns = new Set(
  `it its they them their theirs he him his she her hers this that these those there one ones
  він його йому ним вона її їй нею воно вони їх їм їхній їхня їхнє їхні цей ця це ці цього цієї цих той та те ті того там`
    .trim()
    .split(/\s+/),
);

/** Whether a word stands for something said before. */
export function isPronoun(word: string): boolean {
  return pronouns.has(word.toLowerCase());
}
