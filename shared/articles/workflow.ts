import { PortalError } from '../errors.ts';
import type { Actor } from '../http/actor.ts';
import type { Action, Article, ArticleStatus } from './article.ts';

type Change = Exclude<Action, 'create'>;

/** What each action makes of each state. A pair that is not here is impossible; a deleted draft has no state. */
const transitions: Record<Change, Partial<Record<ArticleStatus, ArticleStatus | 'deleted'>>> = {
  save: { draft: 'draft', published: 'published', withdrawn: 'withdrawn' },
  publish: { draft: 'published', published: 'published', withdrawn: 'published' },
  withdraw: { published: 'withdrawn' },
  delete: { draft: 'deleted' },
};

/** Vietnamese for what cannot be done, by the state that forbids it. */
const refusals: Partial<Record<Change, string>> = {
  withdraw: 'Chỉ bài đang đăng mới gỡ được.',
  delete: 'Bài đã từng đăng thì không xóa được; hãy gỡ bài.',
};

/** The actions that a state allows: what a 409 tells the client. */
export const possibleActions = (status: ArticleStatus): Change[] =>
  (Object.keys(transitions) as Change[]).filter((action) => transitions[action][status] !== undefined);

/** The state after an action; throws `wrong_state`, naming the state and what is possible. */
export const nextStatus = (action: Change, article: Article): ArticleStatus | 'deleted' => {
  const next = transitions[action][article.status];
  if (next) return next;
  throw new PortalError('wrong_state', refusals[action] ?? 'Không thực hiện được ở trạng thái này.', {
    extra: { state: article.status, possible: possibleActions(article.status) },
  });
};

/** Authors see and change what is theirs, and only as long as it has never been public; editors and admins everything. */
export const mayRead = (actor: Actor, article: Pick<Article, 'createdBy'>) =>
  actor.role !== 'author' || article.createdBy === actor.name;

/** Throws `forbidden` unless the actor's role allows the action on this article. */
export const assertMay = (actor: Actor, action: Change, article: Article) => {
  if (!mayRead(actor, article)) throw new PortalError('forbidden', 'Bài viết này của người khác.');
  if (actor.role !== 'author') return;
  if (action === 'publish' || action === 'withdraw') {
    throw new PortalError('forbidden', 'Chỉ biên tập viên mới đăng hoặc gỡ bài.');
  }
  if (article.status !== 'draft') {
    throw new PortalError('forbidden', 'Bài đã đăng thì chỉ biên tập viên mới sửa được.');
  }
};
