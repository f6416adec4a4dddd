/** For tests in which one person asks more often than a person would. */
export const noLimits = { LIMIT_PER_USER: 'off', LIMIT_PER_PLACE: 'off' } as const;
