/** A path that can never be mirrored as it is: nothing answers it, or it names no file. */
export class PathError extends Error {}
