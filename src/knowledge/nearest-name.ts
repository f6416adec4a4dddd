import damerauLevenshtein from 'damerau-levenshtein';

/** The known name that was most likely meant, or undefined when none is at least six tenths alike. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({
      name,
      similarity: damerauLevenshtein(given.toLowerCase(), name.toLowerCase()).similarity,
    }))
    .sort((a, b) => b.similarity - a.similarity);
  const [best] = ranked;
  return best !== undefined && best.similarity >= 0.6 ? best.name : undefined;
}
