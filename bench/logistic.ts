/** A row of a logistic regression: what speaks for or against, what came of it, and how much it counts. */
export interface Row {
  readonly values: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
}

export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
}

const iterations = 30;

/** Fits a logistic regression by Newton's method; `ridge` keeps weights that little speaks for near 0. */
export function fitLogistic(rows: readonly Row[], ridge: number): LogisticModel {
  const size = (rows[0]?.values.length ?? 0) + 1;
  let solution = new Array<number>(size).fill(0);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const gradient = solution.map((weight, i) => (i === 0 ? 0 : -ridge * weight));
    const curvature = solution.map((_, i) => solution.map((_, j) => (i !== j ? 0 : i === 0 ? 1e-9 : ridge)));
    for (const { values, isRight, weight } of rows) {
      const row = [1, ...values];
      const odds = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (solution[i] ?? 0), 0)));
      const error = weight * ((isRight ? 1 : 0) - odds);
      const spread = weight * odds * (1 - odds);
      row.forEach((a, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * a;
        const line = curvature[i] ?? [];
        row.forEach((b, j) => {
          line[j] = (line[j] ?? 0) + spread * a * b;
        });
      });
    }
    const step = solve(curvature, gradient);
    solution = solution.map((weight, i) => weight + (step[i] ?? 0));
  }
  const [intercept = 0, ...weights] = solution;
  return { intercept, weights };
}

export function predict({ intercept, weights }: LogisticModel, values: readonly number[]): number {
  return 1 / (1 + Math.exp(-values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), intercept)));
}

/** Solves a symmetric, positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  rows.forEach((pivotRow, pivot) => {
    for (const row of rows.slice(pivot + 1)) {
      const factor = (row[pivot] ?? 0) / (pivotRow[pivot] ?? 1);
      pivotRow.forEach((value, column) => {
        row[column] = (row[column] ?? 0) - factor * value;
      });
    }
  });
  const solution = new Array<number>(rows.length).fill(0);
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    const known = solution.reduce((sum, value, j) => sum + (j > i ? value * (row[j] ?? 0) : 0), 0);
    solution[i] = ((row[rows.length] ?? 0) - known) / (row[i] ?? 1);
  }
  return solution;
}
