import type { ArticleState } from '../../../../shared/articles/state.ts';
import { autosaveTimes } from './autosave-times.ts';
import type { DraftEvent } from './draft-events.ts';
import { ambiguousKinds, type Failure, passingKinds } from './failure.ts';

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

/** The state after an event, before it is decided what to do. */
export const afterEvent = (state: DraftState, event: DraftEvent, now: number): DraftState => {
  switch (event.type) {
    case 'typed':
      return withEdit(state, now);
    case 'woke':
      return { ...state, wakeAt: null };
    case 'asked':
      return { ...state, asks: [...state.asks, { ...event.ask, upTo: state.typed }] };
    case 'kept':
    case 'keepFailed':
      return afterWrite(state, event, now);
    case 'forgotten':
      return { ...state, deviceWork: null, hasRecord: false, keptAt: null };
    case 'saved':
      return afterSave(state, event.savedAt, event.workflow, now);
    case 'failed':
      return afterFailure(state, event.failure, now);
    case 'rebased':
      return { ...state, request: null, unanswered: null, workflow: event.workflow };
    case 'stepped':
      return { ...state, request: null, workflow: event.workflow, savedAt: event.savedAt, failure: null };
    case 'stepFailed':
      return { ...state, request: null };
    case 'deleted':
      return { ...state, request: null, saved: state.typed, unsavedSince: null, isStopped: true };
    case 'conflicted':
      return { ...state, request: null, unanswered: null, hasConflict: true, wanted: 0, asks: [] };
    case 'resolved':
      return afterResolving(state, event, now);
    case 'restarted':
      return {
        ...withEdit(state, now),
        workflow: 'draft',
        failure: null,
        unanswered: null,
        hasConflict: false,
        savedAt: null,
      };
    case 'online':
    case 'renewed':
      return {
        ...state,
        isOnline: state.isOnline || event.type === 'online',
        isSignedIn: state.isSignedIn || event.type === 'renewed',
        retryAt: 0,
        failuresInRow: 0,
      };
    case 'offline':
      return { ...state, isOnline: false };
    case 'ended':
      return { ...state, isSignedIn: false };
    case 'left':
      return { ...state, isLeaving: true };
    case 'stopped':
      return { ...state, isLeaving: true, isStopped: true };
  }
};

const withEdit = (state: DraftState, now: number): DraftState => ({
  ...state,
  typed: state.typed + 1,
  typedAt: now,
  unkeptSince: state.unkeptSince ?? now,
  unsavedSince: state.unsavedSince ?? now,
});

/** Writes end in the order in which they began: the last one tells what the device has. */
const afterWrite = (
  state: DraftState,
  event: Extract<DraftEvent, { type: 'kept' | 'keepFailed' }>,
  now: number,
): DraftState => {
  const work = state.deviceWork?.kind === 'keep' ? state.deviceWork : null;
  if (work && work.writes > 1) return { ...state, deviceWork: { ...work, writes: work.writes - 1 } };
  if (event.type === 'keepFailed') {
    return {
      ...state,
      deviceWork: null,
      deviceProblem: event.problem,
      deviceRetryAt: now + autosaveTimes.deviceRetryMs,
      unkeptSince: state.unkeptSince ?? now,
      isLeaving: false,
    };
  }
  const kept = work?.upTo ?? state.kept;
  return {
    ...state,
    deviceWork: null,
    kept,
    keptAt: now,
    hasRecord: true,
    deviceProblem: null,
    isLeaving: state.isLeaving && kept < state.typed,
  };
};

const afterSave = (state: DraftState, savedAt: number, workflow: ArticleState, now: number): DraftState => {
  const saved = state.request?.kind === 'save' ? state.request.upTo : state.saved;
  return {
    ...state,
    request: null,
    workflow,
    saved,
    savedAt,
    acceptedAt: now,
    unanswered: null,
    failure: null,
    failuresInRow: 0,
    retryAt: 0,
    isSignedIn: true,
    isRecordStale: true,
    unsavedSince: saved < state.typed ? now : null,
  };
};

const afterFailure = (state: DraftState, failure: Failure, now: number): DraftState => {
  const upTo = state.request?.kind === 'save' ? state.request.upTo : state.saved;
  const isPassing = passingKinds.has(failure.kind);
  const failuresInRow = state.failuresInRow + 1;
  const { firstRetryMs, longestRetryMs } = autosaveTimes;
  const unanswered = isPassing ? state.unanswered : null;
  return {
    ...state,
    request: null,
    asks: [],
    unanswered: ambiguousKinds.has(failure.kind) ? upTo : unanswered,
    wanted: isPassing ? Math.max(state.wanted, ...state.asks.map((ask) => ask.upTo)) : 0,
    failure,
    failedAt: state.typed,
    failuresInRow,
    retryAt: now + Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failuresInRow - 1, 10)),
    isSignedIn: state.isSignedIn && failure.kind !== 'session',
  };
};

const afterResolving = (
  state: DraftState,
  { workflow, savedAt, isChanged }: { workflow: ArticleState; savedAt: number; isChanged: boolean },
  now: number,
): DraftState => {
  const resolved = { ...state, workflow, savedAt, hasConflict: false, failure: null, unanswered: null };
  if (!isChanged) return { ...resolved, saved: state.typed, unsavedSince: null };
  const edited = withEdit(resolved, now);
  return { ...edited, wanted: edited.typed };
};
