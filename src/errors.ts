/** A mistake of the person who asked. The message is shown to that person, privately, with the next step. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** What the person can do now, as one sentence. */
  readonly nextStep: string;

  constructor(message: string, options: { nextStep: string }) {
    super(message);
    this.nextStep = options.nextStep;
  }
}

/** Something the operator has to put right before the program can start. Every problem is listed at once. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  /** One line each, ready to print. */
  readonly problems: readonly string[];

  constructor(message: string, problems: readonly string[]) {
    super(message);
    this.problems = problems;
  }
}
