/** Where something stands in a file of the corpus. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with the corpus, and what would be right. */
export interface Problem extends Place {
  readonly message: string;
  readonly advice: string;
}

/** One problem as two lines, the first of which editors and terminals turn into a link. */
export function formatProblem({ file, line, column, message, advice }: Problem): string {
  return `${file}:${line}:${column} ${message}\n  -> ${advice}`;
}

/** Sorts by file, line and column and drops what is said twice. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}
