import fc from 'fast-check';

/** So many cases are tried of each property; a failure is shrunk, and names the seed that repeats it. */
fc.configureGlobal({ numRuns: Number(process.env.FAST_CHECK_RUNS) });
