/** What is written of an error. Libraries put requests and tokens into other properties, so no others are. */
export interface DescribedError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** Begins with name and message. */
  readonly stack: string;
  readonly cause?: DescribedError;
}

export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) {
    const message = String(error);
    return { name: typeof error, message, stack: message };
  }
  const { name, message, stack = `${name}: ${message}`, cause } = error;
  const code = 'code' in error ? { code: String(error.code) } : {};
  return {
    name,
    message,
    ...code,
    stack,
    ...(cause instanceof Error && cause !== error ? { cause: describeError(cause) } : {}),
  };
}
