/** Something that whoever started the runner can mend, said in one sentence: no stack trace goes with it. */
export class PlainError extends Error {}
