/** Kinds of failed requests, as `explainFailure` tells them apart. */
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
  | 'server';
