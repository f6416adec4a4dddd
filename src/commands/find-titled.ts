/** Something with an id and a title, perhaps in Ukrainian too. */
export interface Titled {
  readonly id: string;
  readonly title: string;
  readonly uk?: { readonly title: string } | undefined;
}

/** What goes by this id or title in any language; if nothing does, the first whose id begins so or title holds it. */
export function findTitled<T extends Titled>(wanted: string, all: readonly T[]): T | undefined {
  const text = wanted.toLowerCase();
  const titles = ({ title, uk }: Titled) => [title, uk?.title ?? ''].map((one) => one.toLowerCase());
  return (
    all.find((one) => one.id === text || titles(one).includes(text)) ??
    all.find((one) => one.id.startsWith(text) || titles(one).some((title) => title.includes(text)))
  );
}
