import fc from 'fast-check';

const { FAST_CHECK_RUNS: runs, FAST_CHECK_SEED: seed } = process.env;

/**
 * So many cases are tried of each property; a failure is shrunk, and names the seed that repeats it. New cases each time,
 * unless the environment names a seed.
 */
fc.configureGlobal({ numRuns: Number(runs), ...(seed && { seed: Number(seed) }) });
