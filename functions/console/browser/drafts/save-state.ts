import type { FailureKind } from './failure-kind.ts';

/** Where what was typed is. Instants are milliseconds since 1970. */
export type SaveState = {
  /** Something is typed that the server does not have. */
  isUnsaved: boolean;
  /** A request to the server is under way. */
  isSaving: boolean;
  /** When the server last saved; null for a new article. */
  savedAt: number | null;
  /** When everything unsaved was last kept on the device; null while something typed is not. */
  keptAt: number | null;
  /** Why the device keeps nothing; null while it does. */
  deviceProblem: 'full' | 'forbidden' | null;
  /** Why the last request to the server failed; null after a success. */
  failure: { kind: FailureKind; sentence: string } | null;
  /** The session goes on to save by itself: when the network or the login returns, or when the next pause comes. */
  savesByItself: boolean;
};
