import { afterDraftEvent } from './after-draft-event.ts';
import { autosaveTimes } from './autosave-times.ts';
import type { DraftEffect, DraftEvent } from './draft-events.ts';
import type { DraftState } from './draft-state.ts';
import { contentKinds } from './failure.ts';

type Next = { state: DraftState; effects: DraftEffect[] };

/**
 * The autosave of one article as a state machine: the state after an event, and what is to be done. `now` is in milliseconds.
 * An effect that asks something of the device or the server answers with an event of its own.
 */
export const nextDraftState = (before: DraftState, event: DraftEvent, now: number): Next => {
  const after = afterDraftEvent(before, event, now);
  const remaining = new Set(after.asks.map(({ id }) => id));
  const refused = before.asks.map(({ id }) => id).filter((id) => !remaining.has(id));
  const server = decideServer(after, now);
  const device = decideDevice(server.state, now);
  const wake = decideWake(device.state, now, Math.min(device.dueAt, server.dueAt));
  return {
    state: wake.state,
    effects: [
      ...(refused.length > 0 ? [{ type: 'refuse' as const, asks: refused }] : []),
      ...server.effects,
      ...device.effects,
      ...wake.effects,
    ],
  };
};

type Decision = Next & {
  /** When to decide again; infinite if only an event can change the decision. */
  dueAt: number;
};
const wait = (state: DraftState, dueAt = Number.POSITIVE_INFINITY): Decision => ({
  state,
  effects: [],
  dueAt,
});

const decideDevice = (state: DraftState, now: number): Decision => {
  const { deviceWork } = state;
  const mustRecord = state.isRecordStale && !state.deviceProblem;
  // What is sent is recorded at once, behind a write under way: a crash must not leave a record that does not name it.
  const queuesWrite = deviceWork?.kind === 'keep' && mustRecord && state.saved < state.typed;
  if (deviceWork && !queuesWrite) return wait(state);
  if (state.saved === state.typed) {
    if (!state.hasRecord) return wait({ ...state, unkeptSince: null, isLeaving: false });
    return { ...wait({ ...state, deviceWork: { kind: 'forget' } }), effects: [{ type: 'forget' }] };
  }
  if (state.kept === state.typed && !state.isRecordStale) return wait({ ...state, isLeaving: false });
  const isUrgent = state.isLeaving || mustRecord;
  const dueAt = Math.max((state.unkeptSince ?? now) + autosaveTimes.keepDelayMs, state.deviceRetryAt);
  if (now < dueAt && !isUrgent) return state.isStopped ? wait(state) : wait(state, dueAt);
  const writes = deviceWork?.kind === 'keep' ? deviceWork.writes + 1 : 1;
  return {
    ...wait({
      ...state,
      deviceWork: { kind: 'keep', upTo: state.typed, writes },
      unkeptSince: null,
      isRecordStale: false,
    }),
    effects: [{ type: 'keep' }],
  };
};

const decideServer = (state: DraftState, now: number): Decision => {
  if (state.request || state.hasConflict) return wait(state);
  const [ask] = state.asks;
  if (ask && state.saved < ask.upTo) return send(state, { isAsked: true });
  if (ask?.isStep) {
    const request = { kind: 'step' as const, ask: ask.id };
    return {
      ...wait({ ...state, request, asks: state.asks.slice(1) }),
      effects: [{ type: 'takeStep', ask: ask.id }],
    };
  }
  if (ask) {
    const settled = decideServer({ ...state, asks: state.asks.slice(1) }, now);
    return { ...settled, effects: [{ type: 'settle', ask: ask.id }, ...settled.effects] };
  }
  const dueAt = nextSaveAt(state);
  return dueAt <= now ? send(state, { isAsked: state.wanted > state.saved }) : wait(state, dueAt);
};

const send = (state: DraftState, { isAsked }: { isAsked: boolean }): Decision => {
  const upTo = state.unanswered ?? state.typed;
  const isRepeat = state.unanswered !== null;
  return {
    ...wait({ ...state, request: { kind: 'save', upTo }, isRecordStale: true }),
    effects: [{ type: 'send', isRepeat, isAsked }],
  };
};

/** When the server gets what is typed although nobody is waiting for it; infinite if it does not. */
const nextSaveAt = (state: DraftState): number => {
  if (state.typed === state.saved || state.isStopped || !state.isOnline || !state.isSignedIn) {
    return Number.POSITIVE_INFINITY;
  }
  if (state.wanted > state.saved) return state.retryAt;
  return savesByItself(state) ? Math.max(pauseEndsAt(state), state.retryAt) : Number.POSITIVE_INFINITY;
};

const pauseEndsAt = ({ typedAt, unsavedSince, acceptedAt, deviceProblem }: DraftState): number => {
  const { pauseMs, pauseWithoutDeviceMs, longestUnsavedMs, betweenSavesMs } = autosaveTimes;
  const pauseAt = typedAt + (deviceProblem ? pauseWithoutDeviceMs : pauseMs);
  const latestAt = (unsavedSince ?? typedAt) + longestUnsavedMs;
  return Math.max(Math.min(pauseAt, latestAt), acceptedAt + betweenSavesMs);
};

/** Whether the server gets what is typed at the next pause. A save of an article in another state could void an approval. */
export const savesByItself = ({ workflow, failure, failedAt, typed, hasConflict }: DraftState): boolean => {
  if (hasConflict || (workflow !== 'draft' && workflow !== 'returned')) return false;
  if (failure?.kind === 'forbidden' || failure?.kind === 'missing') return false;
  return !failure || !contentKinds.has(failure.kind) || typed > failedAt;
};

const decideWake = (state: DraftState, now: number, dueAt: number): Next => {
  const at = Number.isFinite(dueAt) ? Math.max(dueAt, now) : null;
  if (at === state.wakeAt) return { state, effects: [] };
  return { state: { ...state, wakeAt: at }, effects: [{ type: 'wake', at }] };
};
