import { expect, it } from 'vitest';
import { buildCorpus } from '../../src/knowledge/build-corpus.ts';
import { relatedQuestions } from '../../src/knowledge/related.ts';

const source = { id: 'post', publisher: 'River Post', url: 'https://example.org/', language: 'en' };
const fact = (id: string, tags: readonly string[]) => ({
  id,
  kind: 'event' as const,
  title: id,
  statement: `${id} came to pass.`,
  asOf: '2020',
  conflictsWith: [],
  corrections: [],
  questions: [],
  tags: [...tags],
  citations: [{ source: 'post' }],
});

function relatedTo(lead: string, facts: readonly ReturnType<typeof fact>[]): readonly string[] {
  const subject = { sources: [source], withdrawn: [], facts: [...facts] };
  const corpus = buildCorpus([{ id: 'town', subject }], [], { name: 'a town', scope: '', outOfScope: [] });
  const found = corpus.facts.get(lead);
  return found === undefined ? [] : relatedQuestions([found], [], corpus).map(({ factId }) => factId);
}

it('leads on to what has rare tags in common with the lead, before its neighbours', () => {
  const facts = [
    fact('toll', ['bridge', 'money']),
    fact('mayor', ['people']),
    fact('lamps', ['bridge']),
    fact('ferry', ['ferry']),
    fact('paint', ['bridge']),
    fact('budget', ['money']),
  ];
  expect(relatedTo('toll', facts)).toEqual(['budget', 'lamps', 'paint']);
});

it('leads on to the neighbours in the file of a fact without tags', () => {
  const facts = ['one', 'two', 'three', 'four', 'five'].map((id) => fact(id, []));
  expect(relatedTo('three', facts)).toEqual(['four', 'two', 'five']);
});
