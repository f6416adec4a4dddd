import type { Driver } from '../../support/storage/driver.ts';
import { describeMarks } from './marks.ts';
import { describeNotes } from './notes.ts';
import { describeParts } from './parts.ts';
import { describeProcesses } from './processes.ts';

/** What holds for every database. */
export function describeStorage(driver: Driver): void {
  describeNotes(driver);
  describeParts(driver);
  describeMarks(driver);
  describeProcesses(driver);
}
