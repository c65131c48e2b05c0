import type { Activity } from '../activity/activity.ts';
import { imageUsageWrites } from '../images/usage-writes.ts';
import { contentIndexes } from '../table/content-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { Item, TableWrite } from '../table/table-store.ts';
import type { Change } from './change.ts';
import { articleKeys } from './keys.ts';
import { liveWrites } from './live-writes.ts';
import type { Revision } from './revision.ts';

const { editorial } = contentIndexes;

/** The writes of a change to the content table, for one transaction: draft, revision, live version, image usage, old addresses. */
export const changeWrites = (siteId: string, change: Change): TableWrite[] => [
  draftWrite(siteId, change),
  { put: revisionItem(siteId, change), condition: { expression: 'attribute_not_exists(pk)' } },
  ...liveWrites(change, siteId),
  ...imageUsageWrites(siteId, change.article.id, change.images),
  ...redirectWrites(siteId, change),
];

/** The working copy, on condition that it is still at the version that the change starts from. */
const draftWrite = (siteId: string, { action, article, previousVersion }: Change): TableWrite => {
  const keys = articleKeys(siteId);
  const condition =
    previousVersion === 0
      ? { expression: 'attribute_not_exists(pk)' }
      : { expression: 'version = :seen', values: { ':seen': previousVersion } };
  if (action === 'delete') return { remove: keys.draft(article.id), condition };
  const position = {
    [editorial.partition]: keys.editorialStatus(article.status),
    [editorial.sort]: listPosition(article.updatedAt, article.id),
  };
  return { put: { ...keys.draft(article.id), ...position, ...article }, condition };
};

const revisionItem = (siteId: string, { action, role, note, article }: Change): Item => {
  const { id, version, updatedAt, updatedBy } = article;
  const revision: Revision = { action, at: updatedAt, by: updatedBy, role, note, article };
  return { ...articleKeys(siteId).revision(id, version), ...revision };
};

/** An old address redirects to one article: the second one to claim it is refused. */
const redirectWrites = (
  siteId: string,
  { article: { id }, oldUrls: { added, removed } }: Change,
): TableWrite[] => {
  const keys = articleKeys(siteId);
  const condition = {
    expression: 'attribute_not_exists(pk) OR article = :id',
    values: { ':id': id },
  };
  return [
    ...added.map((url) => ({ put: { ...keys.redirect(url), article: id }, condition })),
    ...removed.map((url) => ({ remove: keys.redirect(url), condition })),
  ];
};

/** The entry of the activity log about a change. */
export const activityOfChange = ({ action, role, note, article }: Change): Activity => ({
  id: `${article.id}#${article.version}`,
  at: article.updatedAt,
  by: article.updatedBy,
  role,
  action,
  subject: { kind: 'article', id: article.id },
  title: article.title,
  version: article.version,
  note,
});
