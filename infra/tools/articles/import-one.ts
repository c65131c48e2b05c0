import { type PortalClient, RefusedCall } from '../../../shared/api/client.ts';
import { type ArticleContent, articleContent } from '../../../shared/articles/content.ts';
import type { ArticleLine } from './article-line.ts';

type Line = ArticleLine & { id: string };
type Known = { version: number; status: string; liveVersion: number | null };
/** `created` now, `present` already, or finished after an interrupted import. */
export type ImportOutcome = 'created' | 'present' | 'finished';

type StepName = 'submit' | 'return' | 'approve' | 'publish' | 'withdraw';

const importNote = 'Nhập từ tệp';

/**
 * The steps from a new draft to each status, with the status after each: version 1 is the draft, so an interrupted import resumes after
 * the last step.
 */
const stepsTo: Record<ArticleLine['status'], [StepName, ArticleLine['status']][]> = {
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

const stepBody = (name: StepName, { status, publishedAt, updatedAt, withdrawAt }: Line) =>
  name === 'publish'
    ? {
        ...(publishedAt && { publishedAt }),
        ...(publishedAt && updatedAt && { updatedAt }),
        ...(withdrawAt && status === 'published' && { withdrawAt }),
      }
    : { note: importNote };

/** Imports one article in all its states. Idempotent: an article that was changed since is left alone. Throws `RefusedCall`. */
export const importOne = async (client: PortalClient, line: Line): Promise<ImportOutcome> => {
  const path = { id: line.id };
  const { known, isNew } = await createOnce(client, line);
  let stepCount = 0;
  let { version, status } = known;
  const step = async (name: StepName, body: object) => {
    const reply = await client.call(`POST /api/admin/articles/{id}/${name}`, {
      path,
      ifMatch: version,
      body: body as never,
    });
    ({ version, status } = reply.body);
    stepCount += 1;
  };

  const plan = stepsTo[line.status];
  const isUnchanged = status === (plan[version - 2]?.[1] ?? 'draft');
  for (const [name] of isUnchanged ? plan.slice(version - 1) : []) await step(name, stepBody(name, line));
  const isUntouched = known.liveVersion === null || known.liveVersion === known.version;
  if (line.workingCopy && status === 'published' && isUntouched) {
    await client.call('PUT /api/admin/articles/{id}', { path, ifMatch: version, body: line.workingCopy });
    stepCount += 1;
  }
  if (isNew) return 'created';
  return stepCount > 0 ? 'finished' : 'present';
};

const createOnce = async (client: PortalClient, line: Line): Promise<{ known: Known; isNew: boolean }> => {
  try {
    const path = { id: line.id };
    const { body } = await client.call('PUT /api/admin/articles/{id}', {
      path,
      isNew: true,
      body: contentOf(line),
    });
    return { known: body, isNew: true };
  } catch (error) {
    if (!(error instanceof RefusedCall) || error.status !== 412 || !error.problem.current) throw error;
    return { known: error.problem.current, isNew: false };
  }
};

const contentOf = (line: Line) =>
  Object.fromEntries(
    Object.keys(articleContent.shape).map((field) => [field, line[field as keyof ArticleContent]]),
  ) as ArticleContent;
