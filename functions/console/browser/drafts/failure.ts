/** Kinds of failures as `explainFailure` tells them apart, and `incomplete` for a draft that the server would refuse. */
export type FailureKind =
  | 'offline'
  | 'session'
  | 'forbidden'
  | 'missing'
  | 'state'
  | 'conflict'
  | 'invalid'
  | 'toobig'
  | 'busy'
  | 'server'
  | 'incomplete';

/** A failed request, in words for people. */
export type Failure = { kind: FailureKind; sentence: string };

/** The request can succeed unchanged when it is sent again. */
export const passingKinds: ReadonlySet<FailureKind> = new Set(['offline', 'session', 'busy', 'server']);

/** The server may have applied the request. */
export const ambiguousKinds: ReadonlySet<FailureKind> = new Set(['offline', 'busy', 'server']);

/** The same content is refused again, another one may not be. */
export const contentKinds: ReadonlySet<FailureKind> = new Set(['invalid', 'toobig', 'state', 'incomplete']);
