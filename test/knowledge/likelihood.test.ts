import { describe, expect, it } from 'vitest';
import { FeatureCounter } from '../../src/knowledge/search/features.ts';
import { compareLikelihood, likelihoodOf } from '../../src/knowledge/search/likelihood.ts';
import { createAnalyser } from '../../src/knowledge/text/terms.ts';

const analyser = createAnalyser([]);
const read = (text: string) => {
  const words = analyser.words(text);
  return { words, terms: analyser.termsOf(words), hasAssumption: false };
};

const counter = new FeatureCounter();
const cars = ['lorries', 'bikes', 'buses', 'trams', 'carts', 'horses', 'vans', 'taxis'];
const often = counter.add(
  cars.flatMap((car) => [`is the bridge free for ${car}`, `do ${car} pay at the bridge`]).map(read),
);
const seldom = counter.add(['who painted the bridge', 'name of the painter of the bridge'].map(read));
const never = counter.add([]);

function likelihoods(question: string): {
  readonly often: number;
  readonly seldom: number;
  readonly never: number;
} {
  const { words, terms } = read(question);
  const asked = [...counter.read(words, terms)].filter((feature) => counter.countOf(feature) > 0);
  const all = [often, seldom, never].map((fact) => likelihoodOf(fact, asked));
  const [first = 0, second = 0, third = 0] = all.map((one) =>
    compareLikelihood(one, Math.max(...all), asked),
  );
  return { often: first, seldom: second, never: third };
}

describe('the likelihood that a fact is asked for', () => {
  it('is greatest for the fact that is asked for in such words, however few ways of asking for it are known', () => {
    const { often, seldom } = likelihoods('who was it that painted the bridge');
    expect(seldom).toBe(1);
    expect(often).toBeLessThan(0.9);
  });

  it('is no greater for a fact because few ways of asking for it are known, or none', () => {
    const { often, seldom, never } = likelihoods('do horses pay');
    expect(often).toBe(1);
    expect(seldom).toBeLessThan(0.9);
    expect(never).toBeLessThan(0.9);
  });

  it('knows nothing of words that were never asked with', () => {
    expect(likelihoods('zebra crossing')).toEqual({ often: 1, seldom: 1, never: 1 });
    expect(likelihoods('zebras paint the bridge')).toEqual(likelihoods('yaks paint the bridge'));
  });
});

describe('reading a question', () => {
  it('tells words that were never counted from each other, and remembers none', () => {
    const { words, terms } = read('zebra crossing');
    const features = counter.read(words, terms);
    // Two terms, two words, and the pairs before, between and after them.
    expect(features.size).toBe(7);
    expect(counter.read(words, terms)).toEqual(features);
    expect([...features].filter((feature) => counter.countOf(feature) > 0)).toEqual([]);
  });
});
