import { PortalError } from '../errors.ts';
import type { Actor } from '../http/actor.ts';
import type { Article } from './article.ts';
import type { Action } from './revision.ts';
import type { ArticleState, ArticleStatus } from './state.ts';
import { visibilityAt } from './visibility.ts';

/** A step of an existing article. */
export type Step = Exclude<Action, 'create'>;

/** The status after a step: another one, the same, or none. */
type Outcome = ArticleStatus | 'unchanged' | 'deleted';

type Outcomes = Partial<Record<ArticleState, Outcome>>;

const always: Outcomes = {
  draft: 'unchanged',
  in_review: 'unchanged',
  returned: 'unchanged',
  approved: 'unchanged',
  scheduled: 'unchanged',
  live: 'unchanged',
  withdrawn: 'unchanged',
};
/** Saving voids an approval, which was given to what was read. */
const save: Outcomes = { ...always, approved: 'in_review' };

/** The outcome of each step in each state; a missing pair is impossible. What was once public is never deleted. */
const transitions: Readonly<Record<Step, Outcomes>> = {
  save,
  restore: save,
  submit: { draft: 'in_review', returned: 'in_review' },
  return: { in_review: 'returned', approved: 'returned' },
  approve: { in_review: 'approved' },
  publish: {
    draft: 'published',
    in_review: 'published',
    returned: 'published',
    approved: 'published',
    scheduled: 'published',
    live: 'published',
    withdrawn: 'published',
  },
  withdraw: { scheduled: 'withdrawn', live: 'withdrawn' },
  move: always,
  retag: always,
  delete: { draft: 'deleted', returned: 'deleted' },
};
const steps = Object.keys(transitions) as Step[];
const portalSteps: readonly Step[] = ['move', 'retag'];

/** Steps that authors may take, and in which states: with their own articles, while no editor works on them. Editors and admins may take all. */
const authorSteps: Partial<Record<Step, readonly ArticleState[]>> = {
  save: ['draft', 'returned'],
  restore: ['draft', 'returned'],
  submit: ['draft', 'returned'],
  delete: ['draft', 'returned'],
};

const stateNames: Readonly<Record<ArticleState, string>> = {
  draft: 'bản nháp',
  in_review: 'chờ duyệt',
  returned: 'bị trả lại',
  approved: 'đã duyệt',
  scheduled: 'đã hẹn giờ đăng',
  live: 'đang đăng',
  withdrawn: 'đã gỡ',
};

/** The states that a step requires, as the client reads it. */
const requirements: Partial<Record<Step, string>> = {
  submit: 'Chỉ bản nháp hoặc bài bị trả lại mới gửi duyệt được.',
  return: 'Chỉ bài đang chờ duyệt hoặc đã duyệt mới trả lại được.',
  approve: 'Chỉ bài đang chờ duyệt mới duyệt được.',
  withdraw: 'Chỉ bài đang đăng hoặc đã hẹn giờ mới gỡ được.',
  delete: 'Chỉ bản nháp hoặc bài bị trả lại mới xóa được.',
};

/** The state of an article at an instant. Nothing runs at that time: a published article is scheduled, live or withdrawn by the clock. */
export const stateAt = (
  article: Pick<Article, 'status' | 'publishedAt' | 'withdrawAt'>,
  now: Date,
): ArticleState => (article.status === 'published' ? visibilityAt(article, now) : article.status);

const isAllowed = ({ role }: Actor, step: Step, state: ArticleState) =>
  role !== 'author' || (authorSteps[step]?.includes(state) ?? false);

/** The steps that a state and a role allow, for a 409. Those that the portal takes when a category moves or a tag is renamed are not among them. */
export const possibleSteps = (state: ArticleState, actor: Actor): Step[] =>
  steps.filter(
    (step) =>
      !portalSteps.includes(step) && transitions[step][state] !== undefined && isAllowed(actor, step, state),
  );

/** Authors read their own articles; editors and admins all. */
export const mayRead = (actor: Actor, article: Pick<Article, 'createdBy'>) =>
  actor.role !== 'author' || article.createdBy === actor.name;

/**
 * Throws unless the actor may take the step now: `forbidden` when the role may not, `wrong_state` with the state and the possible steps
 * when nobody may.
 */
export const assertAllowed = (actor: Actor, step: Step, article: Article, now: Date) => {
  if (!mayRead(actor, article)) throw new PortalError('forbidden', 'Bài viết này của người khác.');
  if (actor.role === 'author' && !authorSteps[step]) {
    throw new PortalError('forbidden', 'Chỉ biên tập viên mới làm được việc này.');
  }
  const state = stateAt(article, now);
  if (transitions[step][state] === undefined) {
    throw new PortalError('wrong_state', `Bài ${stateNames[state]}. ${requirements[step] ?? ''}`.trim(), {
      extra: { state, possible: possibleSteps(state, actor) },
    });
  }
  if (!isAllowed(actor, step, state)) {
    throw new PortalError('forbidden', `Bài ${stateNames[state]} thì chỉ biên tập viên mới sửa được.`);
  }
};

/** The status after a step that `assertAllowed` has permitted. */
export const statusAfter = (step: Exclude<Step, 'delete'>, before: Article, now: Date): ArticleStatus => {
  const outcome = transitions[step][stateAt(before, now)];
  if (outcome === undefined || outcome === 'deleted')
    throw new Error(`${step} must pass assertAllowed first`);
  return outcome === 'unchanged' ? before.status : outcome;
};
