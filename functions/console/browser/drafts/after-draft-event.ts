import type { ArticleState } from '../../../../shared/articles/state.ts';
import { autosaveTimes } from './autosave-times.ts';
import type { DraftEvent } from './draft-events.ts';
import type { DraftState } from './draft-state.ts';
import { ambiguousKinds, type Failure, passingKinds } from './failure.ts';

/** The state after an event, before it is decided what to do. */
export const afterDraftEvent = (state: DraftState, event: DraftEvent, now: number): DraftState => {
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
