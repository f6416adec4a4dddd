import type { Language } from '../../bot/language.ts';
import type { Choice } from '../../bot/reply.ts';

export type Parameters = Readonly<Record<string, string | undefined>>;

/** Addresses within the desk. A language that was chosen stays chosen. */
export interface Links {
  to(path: string, parameters?: Parameters): string;
  toFact(id: string): string;
  /** What shows the reply to a command. */
  toCall(call: Pick<Choice, 'command' | 'arguments'>): string;
  /** The same page in another language. */
  toLanguage(language: Language): string;
  /** What a form has to send along. */
  readonly hidden: Readonly<Record<string, string>>;
}

/**
 * @param here The address of the page itself.
 * @param chosen The language that the address names, if it names one.
 * @param talk Names the conversation that questions belong to, if there is one.
 */
export function createLinks(
  here: URL,
  { chosen, talk }: { readonly chosen?: Language | undefined; readonly talk?: string | undefined },
): Links {
  const hidden = chosen === undefined ? {} : { lang: chosen };
  const to = (path: string, parameters: Parameters = {}) => {
    const given = Object.entries({ ...parameters, ...hidden }).filter(([, value]) => value);
    const search = new URLSearchParams(given.map(([name, value]) => [name, value ?? '']));
    return search.size === 0 ? path : `${path}?${search}`;
  };
  return {
    to,
    toFact: (id) => to(`/facts/${encodeURIComponent(id)}`),
    toCall: ({ command, arguments: given }) =>
      to('/', { ...(command === 'ask' ? {} : { command }), ...given, talk }),
    toLanguage: (language) => {
      const search = new URLSearchParams(here.searchParams);
      search.set('lang', language);
      return `${here.pathname}?${search}`;
    },
    hidden,
  };
}
