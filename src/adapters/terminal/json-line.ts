import { renderPlainText } from '../../bot/plain-text.ts';
import type { AnswerSummary, Reply } from '../../bot/reply.ts';

const nothing: AnswerSummary = { status: 'no_answer', facts: [], citations: [], confidence: 0, related: [] };

/** A question and its answer as one line of JSON. The scripting contract of the README: keep it exact. */
export function toJsonLine(question: string, reply: Reply): string {
  const { status, facts, citations, confidence, related } = reply.answer ?? nothing;
  const line = { question, status, facts, text: renderPlainText(reply), citations, confidence, related };
  return escapeInvisible(JSON.stringify(line));
}

/** JSON leaves some characters as they are that a terminal obeys or that hide; parsed, the text is the same. */
function escapeInvisible(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
