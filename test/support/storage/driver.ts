import { afterEach, beforeEach } from 'vitest';
import { openStorage } from '../../../src/storage/index.ts';
import type { Storage } from '../../../src/storage/storage.ts';

/** A fresh database. */
export interface TestDatabase {
  /** Settings under which the program opens it. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** A kind of database; each body of tests runs over each. */
export interface Driver {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

/** Opens a fresh database before each test, and removes it afterwards. */
export function useStorage(driver: Driver) {
  let database: TestDatabase;
  let opened: Storage[];

  const open = async () => {
    const storage = await openStorage(database.environment);
    opened.push(storage);
    return storage;
  };

  beforeEach(async () => {
    opened = [];
    database = await driver.create();
  });

  afterEach(async () => {
    await Promise.all(opened.map((storage) => storage.close()));
    await database.remove();
  });

  return {
    /** Opens the same database once more; it is closed after the test. */
    open,
    get environment() {
      return database.environment;
    },
  };
}
