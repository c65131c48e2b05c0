import { type PortalClient, RefusedCall } from '../../../shared/api/client.ts';
import type { ArticleStatus } from '../../../shared/articles/state.ts';
import { type ArticleRecord, contentOf } from './article-record.ts';

/** `imported` now, `resumed` after an interrupted import, or `unchanged` because it was complete. */
export type ImportOutcome = 'imported' | 'unchanged' | 'resumed';

type StoredArticle = { version: number; status: string; liveVersion: number | null };
type StepName = 'submit' | 'return' | 'approve' | 'publish' | 'withdraw';

const importNote = 'Nhập từ tệp';

/**
 * The workflow steps from a new draft to each status, with the status after each step. The draft is version 1 and
 * every step adds one, so an interrupted import resumes at the step given by its version.
 */
const stepsTo: Record<ArticleStatus, [StepName, ArticleStatus][]> = {
  draft: [],
  in_review: [['submit', 'in_review']],
  returned: [
    ['submit', 'in_review'],
    ['return', 'returned'],
  ],
  approved: [
    ['submit', 'in_review'],
    ['approve', 'approved'],
  ],
  published: [['publish', 'published']],
  withdrawn: [
    ['publish', 'published'],
    ['withdraw', 'withdrawn'],
  ],
};

const stepRequest = (name: StepName, { status, publishedAt, updatedAt, withdrawAt }: ArticleRecord) =>
  name === 'publish'
    ? {
        ...(publishedAt && { publishedAt }),
        ...(publishedAt && updatedAt && { updatedAt }),
        ...(withdrawAt && status === 'published' && { withdrawAt }),
      }
    : { note: importNote };

/** Imports one article with its status; idempotent. Does not change an article that was edited since. Throws `RefusedCall`. */
export const importArticle = async (client: PortalClient, record: ArticleRecord): Promise<ImportOutcome> => {
  const path = { id: record.id };
  const { article, isNew } = await createUnlessStored(client, record);
  let changes = 0;
  let { version, status } = article;

  const steps = stepsTo[record.status];
  const isFromImport = status === (steps[version - 2]?.[1] ?? 'draft');
  for (const [name] of isFromImport ? steps.slice(version - 1) : []) {
    const reply = await client.call(`POST /api/admin/articles/{id}/${name}`, {
      path,
      ifMatch: version,
      body: stepRequest(name, record) as never,
    });
    ({ version, status } = reply.body);
    changes += 1;
  }
  const hasNoEdits = article.liveVersion === null || article.liveVersion === article.version;
  if (record.workingCopy && status === 'published' && hasNoEdits) {
    await client.call('PUT /api/admin/articles/{id}', { path, ifMatch: version, body: record.workingCopy });
    changes += 1;
  }
  if (isNew) return 'imported';
  return changes > 0 ? 'resumed' : 'unchanged';
};

const createUnlessStored = async (
  client: PortalClient,
  record: ArticleRecord,
): Promise<{ article: StoredArticle; isNew: boolean }> => {
  try {
    const { body } = await client.call('PUT /api/admin/articles/{id}', {
      path: { id: record.id },
      isNew: true,
      body: contentOf(record),
    });
    return { article: body, isNew: true };
  } catch (error) {
    if (!(error instanceof RefusedCall) || error.status !== 412 || !error.problem.current) throw error;
    return { article: error.problem.current, isNew: false };
  }
};
