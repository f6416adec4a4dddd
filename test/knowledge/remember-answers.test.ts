import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../src/knowledge/index.ts';
import { loadCorpus } from '../../src/knowledge/read-corpus.ts';
import { rememberAnswers } from '../../src/knowledge/remember-answers.ts';

const knowledge = createKnowledge(await loadCorpus('test/fixtures/bridge'));

describe('remembered answers', () => {
  it('are those of the first time', () => {
    const remembering = rememberAnswers(knowledge);
    const first = remembering.answer('When did the bridge open?');
    expect(first).toEqual(knowledge.answer('When did the bridge open?'));
    expect(remembering.answer('When did the bridge open?')).toBe(first);
  });

  it('differ by what was answered before, and by every letter', () => {
    const remembering = rememberAnswers(knowledge);
    const [id = ''] = knowledge.facts.keys();
    for (const [question, after] of [
      ['and when?', undefined],
      ['and when?', id],
      ['And when?', id],
    ] as const) {
      expect(remembering.answer(question, { after })).toEqual(knowledge.answer(question, { after }));
    }
  });
});
