export { isJson, type Json, recordOf, recordsOf, textIn } from '../json.ts';

/** The number, or 0. */
export function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
