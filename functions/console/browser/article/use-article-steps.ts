import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';
import type { Failure } from '../api/failure.ts';
import type { DraftSession } from '../drafts/draft-session-types.ts';
import { explainSaveFailure } from '../drafts/server-draft.ts';
import type { ActionName } from './possible-actions.ts';
import { type ArticleReply, type StepBody, takeAction } from './take-action.ts';

type Outcome = { kind: 'done'; article: ArticleReply | null } | { kind: 'failed'; failure: Failure };

/** Milliseconds after which a step counts as unanswered. */
const answerMs = 30_000;

/** Rejects with a `TimeoutError` when no answer comes in time; a later one is ignored. */
const inTime = <Reply>(reply: Promise<Reply>): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('No answer', 'TimeoutError')), answerMs);
    reply.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** What the server says of the article besides its content, kept up to date, and the steps from it. */
export const useArticleSteps = (session: DraftSession, opened: ArticleReply | null) => {
  const api = useApi();
  const details = useSignal(opened);
  const [busy, setBusy] = useState<ActionName | 'save' | null>(null);

  /** Reads the dates and the note again. What fails now is tried at the next change. */
  const refresh = async () => {
    const { id } = session.current.value;
    if (id === null) return;
    try {
      details.value = (await api.call('GET /api/admin/articles/{id}', { path: { id } })).body;
    } catch (error) {
      explainSaveFailure(error);
    }
  };

  useEffect(
    () =>
      session.current.subscribe((current) => {
        const known = details.value;
        const isNews =
          known === null || (current.state !== known.state && (current.version ?? 0) > known.version);
        if (current.id !== null && isNews) refresh();
      }),
    [session],
  );

  const explain = (error: unknown): Failure => {
    const failure = explainSaveFailure(error) as Failure;
    if (['state', 'forbidden', 'conflict', 'offline'].includes(failure.kind)) refresh();
    return failure;
  };

  const attempt = async (
    name: ActionName | 'save',
    run: () => Promise<ArticleReply | null>,
  ): Promise<Outcome> => {
    setBusy(name);
    try {
      return { kind: 'done', article: await run() };
    } catch (error) {
      return { kind: 'failed', failure: explain(error) };
    } finally {
      setBusy(null);
    }
  };

  return {
    details,
    busy,
    refresh,
    save: () =>
      attempt('save', async () => {
        await session.save();
        return details.value;
      }),
    take: (action: ActionName, body: StepBody) =>
      attempt(action, async () => {
        const take = takeAction(api, action, body);
        const after = await session.step((saved) => inTime(take(saved)));
        if (after) details.value = after;
        return after;
      }),
  };
};
