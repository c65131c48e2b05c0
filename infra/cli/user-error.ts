/** An error that the user can fix, said in one sentence and printed without a stack trace. */
export class UserError extends Error {}

/** The text that a command prints for an error: one sentence for a `UserError`, the whole error otherwise. */
export const messageForUser = (error: unknown): unknown => {
  if (error instanceof UserError) return error.message;
  const cause = error instanceof Error ? error.cause : undefined;
  const isRefused = cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
  return isRefused ? 'No portal answers there: run `npm start`, or name another address.' : error;
};
