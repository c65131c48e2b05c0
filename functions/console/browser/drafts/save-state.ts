import type { DraftState } from './draft-state.ts';
import type { Failure } from './failure.ts';
import { savesByItself } from './next-draft-state.ts';

/** Where what was typed is. Instants are milliseconds since 1970. */
export type SaveState = {
  /** Something is typed that the server does not have. */
  isUnsaved: boolean;
  /** Something is typed that neither the server nor the device has. */
  isAtRisk: boolean;
  /** A request to the server is under way. */
  isSaving: boolean;
  /** When the server last saved, by its clock; null for a new article. */
  savedAt: number | null;
  /** When the device last kept what the server does not have; null if it has not. */
  keptAt: number | null;
  /** Why the device keeps nothing; null while it does. */
  deviceProblem: 'full' | 'forbidden' | null;
  /** What keeps the draft from the server: no login, no network, or why the last request failed. */
  failure: Failure | null;
  hasConflict: boolean;
  /** What is unsaved goes to the server without anybody asking: after a pause, or when the network or the login returns. */
  savesByItself: boolean;
};

export const saveStateOf = (state: DraftState): SaveState => ({
  isUnsaved: state.saved < state.typed,
  isAtRisk: Math.max(state.kept, state.saved) < state.typed,
  isSaving: state.request?.kind === 'save',
  savedAt: state.savedAt,
  keptAt: state.hasRecord ? state.keptAt : null,
  deviceProblem: state.deviceProblem,
  failure: obstacleOf(state),
  hasConflict: state.hasConflict,
  savesByItself: state.wanted > state.saved || savesByItself(state),
});

const obstacleOf = ({ isSignedIn, isOnline, failure }: DraftState): Failure | null => {
  if (!isSignedIn) return { kind: 'session', sentence: '' };
  return isOnline ? failure : { kind: 'offline', sentence: '' };
};
