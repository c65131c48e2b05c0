/** Something that whoever started the runner can mend, said in one sentence: no stack trace goes with it. */
export class UserError extends Error {}

/** What a command says of an error: a sentence for what a person can mend, the whole of it for what they cannot. */
export const messageForUser = (error: unknown): unknown => {
  if (error instanceof UserError) return error.message;
  const cause = error instanceof Error ? error.cause : undefined;
  const isRefused = cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
  return isRefused ? 'No portal answers there: run `npm start`, or name another address.' : error;
};
