/** Articles that one way of looking brings at most, the newest of them; and that an answer has at most. */
export const candidateLimit = 200;
export const countLimit = 1000;
