import type { Failure as ApiFailure, FailureKind as ApiFailureKind } from '../api/failure.ts';

/** `incomplete`: the draft lacks what the server requires of every article, and nobody has asked for a save. */
export type FailureKind = ApiFailureKind | 'incomplete';
export type Failure = Omit<ApiFailure, 'kind'> & { kind: FailureKind };

/** The request can succeed unchanged when it is sent again. */
export const passingKinds: ReadonlySet<FailureKind> = new Set(['offline', 'session', 'busy', 'server']);

/** The server may have applied the request. */
export const ambiguousKinds: ReadonlySet<FailureKind> = new Set(['offline', 'busy', 'server']);

/** The same content is refused again, another one may not be. */
export const contentKinds: ReadonlySet<FailureKind> = new Set(['invalid', 'toobig', 'state', 'incomplete']);
