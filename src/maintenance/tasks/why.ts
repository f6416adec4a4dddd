import { Command } from '@commander-js/extra-typings';
import { UserError } from '../../errors.ts';
import { createKnowledge, type Knowledge } from '../../knowledge/index.ts';
import { loadCorpus } from '../../knowledge/read-corpus.ts';
import { createReader } from '../../knowledge/search/reader.ts';
import { createAnalyser } from '../../knowledge/text/terms.ts';
import type { Task } from '../task.ts';
import { readAgain } from '../why/reading.ts';
import { renderConfidence, renderRanking, renderReading } from '../why/render.ts';

export const why: Task = ({ directory, print }) =>
  new Command('why')
    .description('explain why a question gets the answer that it gets')
    .argument('<question...>', 'the question, as somebody asked it')
    .option('--after <fact>', 'id of the fact that led the answer before')
    .action(async (words, { after }) => {
      const question = words.join(' ');
      const corpus = await loadCorpus(directory);
      const knowledge = createKnowledge(corpus);
      if (after !== undefined && !corpus.facts.has(after)) {
        const { nearest } = knowledge.findFact(after);
        throw new UserError(`There is no fact "${after}" that could have led the answer before.`, {
          nextStep: `Perhaps you mean ${nearest.map(({ id }) => id).join(', ')}.`,
        });
      }
      const explanation = knowledge.explain(question, { after });
      const reading = readAgain(
        question,
        explanation,
        createReader([...corpus.facts.values()], createAnalyser(corpus.glossary), corpus.unanswered),
      );
      print(
        [
          `"${question}"\n${renderDecision(knowledge, question, after)}`,
          renderReading(reading, explanation),
          renderRanking(explanation),
          renderConfidence(explanation),
        ].join('\n\n'),
      );
    });

function renderDecision(knowledge: Knowledge, question: string, after: string | undefined): string {
  const answer = knowledge.answer(question, { after });
  const confidence = answer.confidence.toFixed(2);
  if (answer.status === 'unanswered') {
    return `is not answered (confidence ${confidence}, ${answer.reason.replace('-', ' ')}).`;
  }
  const facts = answer.facts.map(({ fact, role }) => `  ${role.padEnd(8)} ${fact.id}`);
  return [`is answered (confidence ${confidence}) with`, ...facts].join('\n');
}
