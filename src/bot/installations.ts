/** Secrets of the servers and workspaces that installed the bot; sealed wherever they are stored. */
export interface Installations {
  /** As it was saved, to be parsed; undefined if there is none. Rejects when it can't be opened. */
  find(place: InstalledAt): Promise<unknown>;
  /** @param installation Anything that JSON can hold. */
  save(place: InstalledAt, installation: unknown): Promise<void>;
  /** Does nothing when there is none. */
  delete(place: InstalledAt): Promise<void>;
}

/** The server, workspace or organisation. */
export interface InstalledAt {
  readonly platform: string;
  readonly tenant: string;
}
