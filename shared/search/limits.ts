/** Articles that one look-up returns, newest first, and that an answer has; at most. */
export const candidateLimit = 200;
export const countLimit = 1000;
