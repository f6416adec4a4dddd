/** For a look into the database: one that is away may be silent for longer than platforms wait for an answer. */
export const databasePatienceMs = 500;
/** For a change in it that somebody waits for; Discord has no patience beyond three seconds. */
export const databaseWritePatienceMs = 2_000;

/**
 * What a promise resolves to, if it does within so many milliseconds.
 * @throws Error when it does not; and whatever the promise rejects with.
 */
export async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
