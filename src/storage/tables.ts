import type { Generated } from 'kysely';
import type { Outcome, Verdict } from './storage.ts';

/** The tables, as the migrations leave them. */
export interface Tables {
  setting: { name: string; value: string };
  question: { id: Generated<number>; text: string; outcome: Outcome; handled_on: string | null };
  asking: { question_id: number; place: string; day: string; times: number };
  fact_use: { fact_id: string; day: string; answers: number };
  feedback: {
    id: Generated<number>;
    verdict: Verdict;
    note: string | null;
    /** Joined by spaces. */
    fact_ids: string;
    question_hash: string | null;
    place: string;
    day: string;
  };
  place_setting: { place: string; json: string };
  installation: { key: string; sealed: string };
  /** `expires_at` in milliseconds since the epoch. PostgreSQL would give it back as a string: it is only compared. */
  mark: { key: string; note: string; expires_at: number };
}
