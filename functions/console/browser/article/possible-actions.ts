import type { ArticleState } from '../../../../shared/articles/state.ts';
import { possibleSteps, type Step } from '../../../../shared/articles/workflow.ts';
import type { Actor } from '../../../../shared/http/actor.ts';

/** What a person can do with an article. Several are the same step of the workflow, from another side. */
export type ActionName =
  | 'submit'
  | 'approve'
  | 'return'
  | 'publishNow'
  | 'schedule'
  | 'reschedule'
  | 'publishChanges'
  | 'changeWithdrawal'
  | 'withdraw'
  | 'delete';

export type ArticleAction = {
  name: ActionName;
  label: string;
  kind: 'primary' | 'plain' | 'danger';
};

/** The step of the workflow that each action takes. */
export const stepOfAction = {
  submit: 'submit',
  approve: 'approve',
  return: 'return',
  publishNow: 'publish',
  schedule: 'publish',
  reschedule: 'publish',
  publishChanges: 'publish',
  changeWithdrawal: 'publish',
  withdraw: 'withdraw',
  delete: 'delete',
} as const satisfies Record<ActionName, Step>;

/** Actions in the order of their buttons, with their labels. */
const labels: readonly (readonly [ActionName, string])[] = [
  ['submit', 'Gửi duyệt'],
  ['approve', 'Duyệt'],
  ['publishChanges', 'Đăng bản sửa'],
  ['publishNow', 'Đăng ngay'],
  ['schedule', 'Hẹn giờ đăng'],
  ['reschedule', 'Sửa giờ đăng'],
  ['changeWithdrawal', 'Đặt giờ gỡ'],
  ['return', 'Trả lại'],
  ['withdraw', 'Gỡ bài'],
  ['delete', 'Xóa bản nháp'],
];
const labelsByState: Partial<Record<ArticleState, Partial<Record<ActionName, string>>>> = {
  returned: { submit: 'Gửi duyệt lại' },
  scheduled: { withdraw: 'Hủy hẹn giờ' },
  withdrawn: { publishNow: 'Đăng lại ngay', schedule: 'Hẹn giờ đăng lại' },
};

/** Sides of a publication in each state; before the first one, all the same. */
const firstPublication: readonly ActionName[] = ['publishNow', 'schedule'];
const publications: Partial<Record<ArticleState, readonly ActionName[]>> = {
  scheduled: ['publishNow', 'reschedule'],
  live: ['publishChanges', 'changeWithdrawal'],
};

/** The steps that take what was written away from somebody. */
const dangerous: readonly ActionName[] = ['withdraw', 'delete'];

/** The actions that the state and the role allow, in a fixed order; the usual one is primary. */
export const possibleActions = (state: ArticleState, actor: Actor): ArticleAction[] => {
  const steps = possibleSteps(state, actor);
  const publishing = publications[state] ?? firstPublication;
  const isPossible = (name: ActionName) =>
    steps.includes(stepOfAction[name]) && (stepOfAction[name] !== 'publish' || publishing.includes(name));
  const possible = labels.filter(([name]) => isPossible(name));
  const primary = possible.find(([name]) => name !== 'submit' || actor.role === 'author')?.[0];
  return possible.map(([name, label]) => ({
    name,
    label: labelsByState[state]?.[name] ?? label,
    kind: kindOf(name, primary),
  }));
};

const kindOf = (name: ActionName, primary: ActionName | undefined): ArticleAction['kind'] => {
  if (dangerous.includes(name)) return 'danger';
  return name === primary ? 'primary' : 'plain';
};

/** Whether the person may change the text now. */
export const mayWrite = (state: ArticleState, actor: Actor): boolean =>
  possibleSteps(state, actor).includes('save');
