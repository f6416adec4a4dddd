/** Whether a part of the program can do its work now. */
export interface ConnectionStatus {
  readonly isReady: boolean;
  /** Why, in a few words for the operator; no secret, no path and nothing of anybody. */
  readonly detail: string;
}
