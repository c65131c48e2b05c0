import { type ArticleState, type ArticleStatus, articleState } from '../../shared/articles/state.ts';
import type { Step } from '../../shared/articles/workflow.ts';

type Outcome = ArticleStatus | 'same' | 'deleted' | 'impossible';
type AuthorMay = 'yes' | 'not now' | 'never';

/**
 * The workflow, written by hand a second time: columns are the states of `articleState`; a dot is impossible, `=` leaves the state,
 * lower case is also allowed to the author.
 */
const rows: Record<Step, string> = {
  save: '     =  E  =  I  E  E  E',
  restore: '  =  E  =  I  E  E  E',
  submit: '   i  .  i  .  .  .  .',
  return: '   .  R  .  R  .  .  .',
  approve: '  .  A  .  .  .  .  .',
  publish: '  P  P  P  P  P  P  P',
  withdraw: ' .  .  .  .  W  W  .',
  move: '     E  E  E  E  E  E  E',
  retag: '    E  E  E  E  E  E  E',
  delete: '   d  .  d  .  .  .  .',
};
const outcomes: Record<string, Outcome> = {
  '.': 'impossible',
  '=': 'same',
  E: 'same',
  i: 'in_review',
  I: 'in_review',
  R: 'returned',
  A: 'approved',
  P: 'published',
  W: 'withdrawn',
  d: 'deleted',
};
const neverAuthors: Step[] = ['return', 'approve', 'publish', 'withdraw', 'move', 'retag'];

/** Every step from every state, with its outcome and what the author may do. */
export const workflowTable = (Object.entries(rows) as [Step, string][]).flatMap(([step, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((mark, column) => {
      const outcome = outcomes[mark] ?? 'impossible';
      const authorMay: AuthorMay = neverAuthors.includes(step)
        ? 'never'
        : /[=id]/.test(mark)
          ? 'yes'
          : 'not now';
      return { step, state: articleState.options[column] as ArticleState, outcome, authorMay };
    }),
);
