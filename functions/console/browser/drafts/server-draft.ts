import { RefusedCall } from '../../../../shared/api/client.ts';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { explainFailure } from '../api/failure.ts';
import { autosaveTimes } from './autosave-times.ts';
import { type ContentVersion, versionOfReply } from './content-version.ts';
import type { DraftDependencies } from './draft-session-types.ts';
import type { Failure } from './failure.ts';

type Dependencies = Pick<DraftDependencies, 'api' | 'later'>;

/** The article on the server, by the id that it has or will have. */
export const createDraftServer = ({ api, later }: Dependencies, firstId: string) => {
  let id = firstId;
  let note = '';
  let sent: ArticleContent | null = null;

  /** Rejects with a `TimeoutError` when no answer comes; a later one is ignored. */
  const answered = <Reply>(reply: Promise<Reply>): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const timeOut = () => reject(new DOMException('No answer', 'TimeoutError'));
      const cancel = later(timeOut, autosaveTimes.answerMs);
      reply.then(resolve, reject).finally(cancel);
    });

  return {
    id: () => id,
    setId(next: string) {
      id = next;
      sent = null;
    },
    /** The note that goes with the next save. */
    setNote(text: string) {
      note = text;
    },
    /** What was sent and is not known to be saved. */
    sent: () => sent,

    /** Saves over a version; null creates the article. Repeated with the same content, it finds its own result. */
    async save(content: ArticleContent, version: number | null): Promise<ContentVersion> {
      sent = content;
      const precondition = version === null ? { isNew: true } : { ifMatch: version };
      const call = { path: { id }, ...precondition, body: { ...content, note } };
      const { body } = await answered(api.call('PUT /api/admin/articles/{id}', call));
      sent = null;
      note = '';
      return versionOfReply(body);
    },

    async read(): Promise<ContentVersion> {
      const { body } = await answered(api.call('GET /api/admin/articles/{id}', { path: { id } }));
      return versionOfReply(body);
    },
  };
};

/** A failed save in words. What the API's client does not expect, such as a reply that is cut off, counts as a failure of the server. */
export const explainSaveFailure = (error: unknown): Failure => {
  try {
    return explainFailure(error);
  } catch {
    return { kind: 'server', sentence: 'Máy chủ trả lời không đọc được. Hãy thử lại.' };
  }
};

/** Why nothing is saved until a conflict is resolved: as the server would refuse it. */
export const pendingConflict = (): RefusedCall =>
  new RefusedCall('PUT /api/admin/articles/{id}', 412, {
    code: 'stale_version',
    detail: 'Bài này đã được sửa ở nơi khác. Hãy xem hai bản và chọn trước khi lưu.',
  });
