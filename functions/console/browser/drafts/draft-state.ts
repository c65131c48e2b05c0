import type { ArticleState } from '../../../../shared/articles/state.ts';
import type { Failure } from './failure.ts';

/** Edits are numbered from 1; 0 is the content that was opened. Instants are milliseconds of the device's clock. */
export type DraftState = {
  /** The article's state on the server. */
  workflow: ArticleState;
  /** The last edit typed, the last one on the device, and the last one on the server. */
  typed: number;
  kept: number;
  saved: number;
  typedAt: number;
  /** When the first edit was typed that no write to the device has taken, and that the server does not have. */
  unkeptSince: number | null;
  unsavedSince: number | null;

  /** What the device is doing: `writes` of the record under way, the last of them up to an edit, or its removal. */
  deviceWork: { kind: 'keep'; upTo: number; writes: number } | { kind: 'forget' } | null;
  hasRecord: boolean;
  /** The record does not say what was sent since, or on which version the draft is typed now. */
  isRecordStale: boolean;
  keptAt: number | null;
  deviceProblem: 'full' | 'forbidden' | null;
  deviceRetryAt: number;
  /** The device is written without delay: the page is being left. */
  isLeaving: boolean;

  /** The request under way. There is never another one. */
  request: { kind: 'save'; upTo: number } | { kind: 'step'; ask: number } | null;
  /** The edit of a request without an answer. It may have been applied, so it is sent again unchanged before newer edits. */
  unanswered: number | null;
  /** What people asked for, oldest first: to save up to an edit, and for a step to be taken then. */
  asks: readonly { id: number; upTo: number; isStep: boolean }[];
  /** The edit up to which somebody asked for a save that failed for a passing reason: it is sent again in any state of the article. */
  wanted: number;
  failure: Failure | null;
  /** The last edit typed when a request failed. */
  failedAt: number;
  failuresInRow: number;
  retryAt: number;
  hasConflict: boolean;
  /** The server's time of the last save, for people, and this device's time of it. */
  savedAt: number | null;
  acceptedAt: number;

  isOnline: boolean;
  isSignedIn: boolean;
  isStopped: boolean;
  wakeAt: number | null;
};

export const initialDraftState = (
  opened: Pick<DraftState, 'workflow' | 'savedAt' | 'isOnline' | 'isSignedIn'>,
): DraftState => ({
  ...opened,
  typed: 0,
  kept: 0,
  saved: 0,
  typedAt: 0,
  unkeptSince: null,
  unsavedSince: null,
  deviceWork: null,
  hasRecord: false,
  isRecordStale: false,
  keptAt: null,
  deviceProblem: null,
  deviceRetryAt: 0,
  isLeaving: false,
  request: null,
  unanswered: null,
  asks: [],
  wanted: 0,
  failure: null,
  failedAt: -1,
  failuresInRow: 0,
  retryAt: 0,
  hasConflict: false,
  acceptedAt: 0,
  isStopped: false,
  wakeAt: null,
});
