import { factSchema, type Source, sourceSchema } from '../../knowledge/schema.ts';
import type { Draft } from './draft.ts';

type Entry = Readonly<Record<string, unknown>>;

/** A new source as it is written into its file. */
export function composeSource(draft: Draft['source'], url: string): Entry {
  return inOrder({ ...draft, url }, Object.keys(sourceSchema.shape));
}

/** A new fact as it is written into its file, citing the source. */
export function composeFact(draft: Draft['fact'], source: Pick<Source, 'id'>, today: string): Entry {
  return inOrder({ ...draft, addedOn: today, citations: [{ source: source.id }] }, [
    'id',
    'kind',
    'title',
    'statement',
    'asOf',
    'speaker',
    'addedOn',
    ...Object.keys(factSchema.shape),
  ]);
}

/** The keys in the order in which people read them, without what is empty; years as YAML writes them. */
function inOrder(values: Entry, keys: readonly string[]): Entry {
  const pairs = [...new Set(keys)].map((key): [string, unknown] => [key, values[key]]);
  return Object.fromEntries(
    pairs
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
      .map(([key, value]) => [key, /^\d{4}$/.test(String(value)) ? Number(value) : value]),
  );
}
