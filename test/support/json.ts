/** What came over the wire: an object of which nothing else is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function recordOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The objects of a list; entries that are none count as empty ones, so that indexes stay true. */
export function recordsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

/** The text, or an empty one. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
