import { signal } from '@preact/signals';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { createAsks } from './asks.ts';
import {
  type ContentVersion,
  isComplete,
  isSameContent,
  type NewArticle,
  newerVersionOf,
  type VersionReply,
  versionOfReply,
} from './content-version.ts';
import { deviceProblemOf } from './device-drafts.ts';
import type { DraftEffect, DraftEvent } from './draft-events.ts';
import type { Conflict, DraftDependencies, DraftSession, SavedVersion } from './draft-session-types.ts';
import { initialDraftState } from './draft-state.ts';
import { foundDrafts } from './found-drafts.ts';
import { nextDraftState } from './next-draft-state.ts';
import { saveStateOf } from './save-state.ts';
import { createDraftServer, explainSaveFailure, pendingConflict } from './server-draft.ts';

/** Starts a session of editing; `read` returns the content of the form as it is now. */
export const createDraftSession = (
  dependencies: DraftDependencies,
  opened: ContentVersion | NewArticle,
  read: () => ArticleContent,
): DraftSession => {
  const { device, tabs, page, clock, later, newId, user, isOnline, sessionState } = dependencies;
  const draftId = newId();
  const server = createDraftServer(dependencies, opened.id ?? newId());
  const current = signal<ContentVersion | NewArticle>(opened);
  const conflict = signal<Conflict | null>(null);
  const asks = createAsks();
  const found = foundDrafts(dependencies, draftId, opened);
  let state = initialDraftState({
    workflow: opened.state,
    savedAt: opened.id === null ? null : Date.parse(opened.updatedAt),
    isOnline: isOnline.value,
    isSignedIn: sessionState.value === 'active',
  });
  const status = signal(saveStateOf(state));
  let cancelTimer = () => {};
  let onIdle = () => {};

  const dispatch = (event: DraftEvent) => {
    const next = nextDraftState(state, event, clock().getTime());
    state = next.state;
    status.value = saveStateOf(state);
    page.askBeforeLeaving(status.value.isAtRisk);
    for (const effect of next.effects) run(effect);
    if (state.isStopped && !state.deviceWork && !state.isLeaving) onIdle();
  };

  const run = (effect: DraftEffect) => {
    switch (effect.type) {
      case 'keep':
        return keep();
      case 'forget':
        return device.remove(draftId).then(
          () => dispatch({ type: 'forgotten' }),
          () => dispatch({ type: 'forgotten' }),
        );
      case 'send':
        return send(effect);
      case 'takeStep':
        return takeStep(effect.ask);
      case 'settle':
        return asks.settle(effect.ask, savedVersion());
      case 'refuse':
        return asks.refuse(effect.asks);
      case 'wake':
        cancelTimer();
        cancelTimer =
          effect.at === null
            ? () => {}
            : later(() => dispatch({ type: 'woke' }), effect.at - clock().getTime());
    }
  };

  const savedVersion = (): SavedVersion => ({ id: server.id(), version: current.value.version ?? 0 });

  const keep = async () => {
    const { version, content } = current.value;
    const record = {
      articleId: server.id(),
      keptAt: clock().toISOString(),
      base: version === null ? null : { version, content },
      sent: server.sent(),
      content: read(),
    };
    try {
      await device.keep(draftId, record);
    } catch (error) {
      return dispatch({ type: 'keepFailed', problem: deviceProblemOf(error) });
    }
    found.forgetUsed();
    dispatch({ type: 'kept' });
  };

  /** Goes on from a version that this session made. */
  const standOn = (version: ContentVersion) => {
    current.value = version;
    tabs.tellSaved(version);
    return { savedAt: Date.parse(version.updatedAt), workflow: version.state };
  };

  const send = async ({ isRepeat, isAsked }: { isRepeat: boolean; isAsked: boolean }) => {
    const content = (isRepeat && server.sent()) || read();
    const isRefused = !isAsked && !isComplete(content);
    const reply = isRefused ? null : server.save(content, current.value.version);
    // An event follows its effect, and never comes during it.
    await Promise.resolve();
    if (!reply) return dispatch({ type: 'failed', failure: { kind: 'incomplete', sentence: '' } });
    try {
      const saved = await reply;
      dispatch({ type: 'saved', ...standOn(saved) });
    } catch (error) {
      asks.failWith(error);
      const newer = newerVersionOf(error);
      if (newer) meet(newer, content);
      else dispatch({ type: 'failed', failure: explainSaveFailure(error) });
    }
  };

  /** Goes on after a newer version than the current one has been seen, when `mine` is what this session has or was sending. */
  const meet = (newer: ContentVersion, mine: ArticleContent) => {
    const before = current.value;
    const isOwnCreation = before.version === null && newer.version === 1 && newer.updatedBy === user;
    const isStep = before.version !== null && isSameContent(newer.content, before.content);
    const moment = { savedAt: Date.parse(newer.updatedAt), workflow: newer.state };
    if (isSameContent(newer.content, mine)) {
      current.value = newer;
      return dispatch(
        state.request ? { type: 'saved', ...moment } : { type: 'resolved', isChanged: false, ...moment },
      );
    }
    // A save would void an approval that nobody here has seen.
    if (isOwnCreation || (isStep && newer.state !== 'approved')) {
      current.value = newer;
      return dispatch({ type: 'rebased', workflow: newer.state });
    }
    conflict.value = { base: before.version === null ? mine : before.content, theirs: newer };
    dispatch({ type: 'conflicted' });
  };

  const takeStep = async (ask: number) => {
    try {
      const after = await asks.take(ask, savedVersion());
      if (after === null) dispatch({ type: 'deleted' });
      else dispatch({ type: 'stepped', ...standOn(versionOfReply(after)) });
      asks.settle(ask, after);
    } catch (error) {
      dispatch({ type: 'stepFailed' });
      const newer = newerVersionOf(error);
      if (newer) meet(newer, read());
      asks.failWith(error);
      asks.refuse([ask]);
    }
  };

  const ask = <Result>(
    take: ((saved: SavedVersion) => Promise<VersionReply | null>) | null,
  ): Promise<Result> => {
    if (conflict.value) return Promise.reject(pendingConflict());
    const { id, settled } = asks.add<Result>(take);
    dispatch({ type: 'asked', ask: { id, isStep: take !== null } });
    return settled;
  };

  const hear = async (saved: { id: string; version: number }) => {
    const isNews = () => saved.id === server.id() && saved.version > (current.value.version ?? 0);
    const isFree = () => !state.request && !conflict.value && !state.isStopped;
    if (!isNews() || !isFree()) return;
    const newer = await server.read().catch(() => null);
    if (newer && isNews() && isFree()) meet(newer, read());
  };

  const leave = () => dispatch({ type: 'left' });
  const release = [
    tabs.hold(draftId),
    tabs.onSaved(hear),
    page.onLeave(leave),
    isOnline.subscribe((online) => dispatch({ type: online ? 'online' : 'offline' })),
    sessionState.subscribe((value) => dispatch({ type: value === 'active' ? 'renewed' : 'ended' })),
  ];
  found.look();

  return {
    touched: () => dispatch({ type: 'typed' }),
    status,
    current,
    conflict,
    found: found.shown,
    save(note = '') {
      server.setNote(note);
      return ask(null);
    },
    step: (take) => ask(take),
    leave,

    resolve(content) {
      if (!conflict.value) return;
      const { theirs } = conflict.value;
      const isChanged = !isSameContent(content, theirs.content);
      conflict.value = null;
      current.value = theirs;
      const savedAt = Date.parse(theirs.updatedAt);
      dispatch({ type: 'resolved', isChanged, savedAt, workflow: theirs.state });
    },

    useFound() {
      const { articleId, base, sent, content } = found.use();
      const { value } = current;
      if (value.version === null) server.setId(articleId);
      dispatch({ type: 'typed' });
      const known = [base?.content, sent].filter((version) => version != null);
      if (value.version !== null && !known.some((version) => isSameContent(version, value.content))) {
        conflict.value = { base: known[0] ?? value.content, theirs: value };
        asks.failWith(pendingConflict());
        dispatch({ type: 'conflicted' });
      }
      return content;
    },
    discardFound: found.discard,
    postponeFound: found.postpone,

    saveAsNew() {
      server.setId(newId());
      current.value = { id: null, version: null, state: 'draft', content: current.value.content };
      dispatch({ type: 'restarted' });
      return ask(null);
    },

    async stop() {
      const idle = new Promise<void>((resolve) => {
        onIdle = resolve;
      });
      dispatch({ type: 'stopped' });
      await idle;
      cancelTimer();
      page.askBeforeLeaving(false);
      for (const end of release) end();
    },
  };
};
