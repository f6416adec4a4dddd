export { isJson, type Json, recordOf, recordsOf, textIn } from '../json.ts';

/** What the text says as JSON, or the text itself when it is none. */
export function parseOrKeep(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
