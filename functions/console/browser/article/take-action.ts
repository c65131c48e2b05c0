import type * as z from 'zod/mini';
import type { articleReply } from '../../../../shared/articles/replies.ts';
import type { publishRequest } from '../../../../shared/articles/requests.ts';
import type { Api } from '../api/api-context.ts';
import { type ActionName, stepOfAction } from './possible-actions.ts';

export type ArticleReply = z.infer<typeof articleReply>;
export type StepBody = { note: string } | z.input<typeof publishRequest>;
type Saved = { id: string; version: number };

/** Takes the step of an action from a saved version. Resolves to the article after it, null when it is deleted. */
export const takeAction =
  (api: Pick<Api, 'call'>, action: ActionName, body: StepBody) =>
  async ({ id, version }: Saved): Promise<ArticleReply | null> => {
    const target = { path: { id }, ifMatch: version };
    const note = { note: body.note ?? '' };
    switch (stepOfAction[action]) {
      case 'submit':
        return (await api.call('POST /api/admin/articles/{id}/submit', { ...target, body: note })).body;
      case 'approve':
        return (await api.call('POST /api/admin/articles/{id}/approve', { ...target, body: note })).body;
      case 'return':
        return (await api.call('POST /api/admin/articles/{id}/return', { ...target, body: note })).body;
      case 'withdraw':
        return (await api.call('POST /api/admin/articles/{id}/withdraw', { ...target, body: note })).body;
      case 'publish':
        return (await api.call('POST /api/admin/articles/{id}/publish', { ...target, body })).body;
      case 'delete':
        await api.call('DELETE /api/admin/articles/{id}', target);
        return null;
    }
  };
