import type { Problem } from '../knowledge/problem.ts';
import type { LocatedEntries } from '../knowledge/rules.ts';
import type { YamlFile } from '../knowledge/yaml-file.ts';
import { wordsOf } from './editorial-rules.ts';

/** A question that is listed as having no answer stands there once, and no fact claims to answer it. */
export function checkUnanswered(
  questions: readonly string[],
  { facts }: LocatedEntries,
  file: YamlFile | undefined,
): Problem[] {
  if (file === undefined) return [];
  const answeredBy = new Map(
    facts.flatMap(({ entry }) => entry.questions.map((question) => [wordsOf(question), entry.id])),
  );
  const seen = new Set<string>();
  return questions.flatMap((question, index) => {
    const key = wordsOf(question);
    const factId = answeredBy.get(key);
    const place = file.locate(['questions', index]);
    const wasSeen = seen.has(key);
    seen.add(key);
    if (factId !== undefined) {
      const message = `questions[${index}] is listed as unanswered, but "${factId}" is asked for with it`;
      return [{ ...place, message, advice: 'take it out here, or there' }];
    }
    return wasSeen
      ? [{ ...place, message: `questions[${index}] stands in the list twice`, advice: 'take one out' }]
      : [];
  });
}
