import { setImmediate as nextTurn } from 'node:timers/promises';

interface Claim {
  readonly key: string;
  readonly note: string;
  readonly ttlMs: number;
}

/**
 * Sets marks, each key once, in one transaction.
 * @returns The keys of those that it set.
 */
type SetMarks = (claims: readonly Claim[]) => Promise<ReadonlySet<string>>;

interface WaitingClaim {
  readonly claim: Claim;
  readonly settle: PromiseWithResolvers<boolean>;
}

/** Writes claims that come together with one transaction, because each costs a flush of the disk. */
export interface ClaimQueue {
  /** Whether this claim set the mark. Rejects when its transaction fails. */
  claim(claim: Claim): Promise<boolean>;
  /** Resolves when all claims are written, or rejected. */
  settle(): Promise<void>;
}

export function createClaimQueue(setMarks: SetMarks): ClaimQueue {
  let waiting: WaitingClaim[] = [];
  let writing: Promise<void> | undefined;

  const write = async () => {
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await writeBatch(batch, setMarks);
    }
    writing = undefined;
  };

  return {
    claim: (claim) => {
      const settle = Promise.withResolvers<boolean>();
      waiting.push({ claim, settle });
      writing ??= write();
      return settle.promise;
    },
    settle: async () => writing,
  };
}

/** Of claims of one key the first gets it. */
async function writeBatch(batch: readonly WaitingClaim[], setMarks: SetMarks): Promise<void> {
  const byKey = [...Map.groupBy(batch, ({ claim }) => claim.key).values()];
  const firsts = new Set(byKey.flatMap(([first]) => first ?? []));
  try {
    const set = await setMarks([...firsts].map(({ claim }) => claim));
    for (const one of batch) one.settle.resolve(firsts.has(one) && set.has(one.claim.key));
  } catch (error) {
    for (const { settle } of batch) settle.reject(error);
  }
}
