/** How the corpus that is served stands to the files that people edit. */
export interface CorpusStatus {
  /** Tells one state of the files from another: 12 hexadecimal digits. */
  readonly version: string;
  readonly loadedAt: Date;
  /** How many facts are served. */
  readonly facts: number;
  /**
   * What keeps the files, as they are now, from being served; the corpus loaded before goes on being served then. Each
   * is ready to show: file, line and column, what is wrong, and on the next line what would be right.
   */
  readonly problems: readonly string[];
}

/** The state of the corpus, and how to learn of its changes. */
export interface ObservableCorpus {
  status(): CorpusStatus;
  /** Calls the listener after each edit of the files, sound or not. @returns What ends that. */
  subscribe(listener: (status: CorpusStatus) => void): () => void;
}
