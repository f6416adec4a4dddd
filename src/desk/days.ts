import type { Day } from '../storage/storage.ts';

const dayMs = 24 * 60 * 60_000;

/** The day it is, in UTC. */
export function today(): Day {
  return toDay(Date.now());
}

/** The day so many days before another. */
export function daysBefore(day: Day, count: number): Day {
  return toDay(Date.parse(day) - count * dayMs);
}

/** How many days lie between two days; negative when the second is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

function toDay(timeMs: number): Day {
  return new Date(timeMs).toISOString().slice(0, 10);
}
