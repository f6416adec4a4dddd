import { renderPlainText } from '../../bot/plain-text.ts';
import { composeAnswer } from '../../commands/compose-answer.ts';
import { createKnowledge } from '../../knowledge/index.ts';
import { readEdited } from '../edited-corpus.ts';

/** How the bot will answer with a fact of an edited corpus, and which of its questions find it. */
export async function previewFact(
  directory: string,
  edited: ReadonlyMap<string, string>,
  factId: string,
): Promise<string> {
  const { corpus } = await readEdited(directory, edited);
  const knowledge = corpus && createKnowledge(corpus);
  const answer = knowledge?.answerWith(factId);
  if (knowledge === undefined || answer === undefined) return '';
  const questions = knowledge.facts.get(factId)?.questions ?? [];
  const missed = questions.filter((question) => {
    const found = knowledge.answer(question);
    return found.status === 'unanswered' || found.facts[0].fact.id !== factId;
  });
  return [
    renderPlainText({ ...composeAnswer(answer, knowledge, 'en'), language: 'en' }),
    missed.length === 0
      ? `All of its ${questions.length} questions find it.`
      : `Of its ${questions.length} questions, these lead elsewhere: ${missed.map((one) => `"${one}"`).join(', ')}.`,
  ].join('\n\n');
}
