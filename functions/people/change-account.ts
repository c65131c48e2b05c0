import { type Activity, newActivity } from '../../shared/activity/activity.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Actor } from '../../shared/http/actor.ts';
import type { UnfinishedChange } from '../../shared/people/person.ts';
import type { PoolAccount } from '../../shared/people/pool-account.ts';
import { roleNames } from '../../shared/people/role-names.ts';
import { assertAdminNow, type Change, inWords, stepsOf } from './change.ts';
import { isFree, type Lock, type PeopleStore } from './people-store.ts';
import type { PoolStep } from './pool-step.ts';
import type { UserPoolStore } from './user-pool-store.ts';

export type Dependencies = {
  pool: Pick<UserPoolStore, 'find' | 'take'>;
  people: PeopleStore;
  clock: () => Date;
  newId: () => string;
  wait: (ms: number) => Promise<unknown>;
};

/** What a change is to be made to, as it was found under the lock's version. */
export type Found = {
  name: string;
  fullName: string;
  account: PoolAccount | null;
  version: number;
  unfinished: UnfinishedChange | null;
};

/** Longer than the function may run, so that a lock that expired is held by nobody. */
const lockMs = 60_000;
/** How often, and after how long, a change tries to take the lock from another. */
const attempts = 8;
const retryMs = 400;

/**
 * Makes a change of an account: decides under the lock's version, takes the lock and logs the intention in one transaction, takes the
 * steps, and logs the result with the lock's release. `find` throws when the change is not allowed. Throws `wrong_state` when others
 * hold the lock too long, or the user pool failed before the last step: the account then has an `unfinished` change.
 */
export const changeAccount =
  (dependencies: Dependencies) =>
  async (actor: Actor, change: Change, find: () => Promise<Found>): Promise<string> => {
    const { pool, people, clock, wait } = dependencies;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (attempt > 1) await wait(retryMs);
      const lock = await people.lock();
      if (!isFree(lock, clock())) continue;
      assertAdminNow(await pool.find(actor.name));
      const found = await find();
      const steps = stepsOf(change, found);
      if (steps.length === 0) return found.name;
      const intended = intention(dependencies, actor, change, found);
      const hasBegun = await people.begin({
        lock,
        name: found.name,
        version: found.version,
        heldUntil: new Date(clock().getTime() + lockMs),
        ...intended,
      });
      if (!hasBegun) continue;
      await takeSteps(dependencies, { actor, change: intended.change, found, lock, steps });
      return found.name;
    }
    throw new PortalError(
      'wrong_state',
      'Đang có một thay đổi tài khoản khác chưa xong. Hãy thử lại sau một phút.',
    );
  };

const intention = (dependencies: Dependencies, actor: Actor, change: Change, found: Found) => ({
  change: {
    action: change.action,
    role: 'role' in change ? change.role : null,
    by: actor.name,
    at: dependencies.clock().toISOString(),
    done: [],
  } satisfies UnfinishedChange,
  entry: entryOf(dependencies, actor, found, `begin-${change.action}`, noteOf(change)),
});

const noteOf = (change: Change): string => ('role' in change ? roleNames[change.role] : '');

const entryOf = (
  { clock, newId }: Dependencies,
  actor: Actor,
  { name, fullName }: Found,
  action: string,
  note: string,
): Activity =>
  newActivity(
    { actor, now: clock(), newId },
    { action, subject: { kind: 'person', id: name }, title: fullName || name, note },
  );

type Begun = {
  actor: Actor;
  change: UnfinishedChange;
  found: Found;
  lock: Lock;
  steps: readonly PoolStep[];
};

/** Takes the steps of a change that has begun, and finishes it with what was done. */
const takeSteps = async (dependencies: Dependencies, { actor, change, found, lock, steps }: Begun) => {
  const { pool, people, clock } = dependencies;
  const { name } = found;
  const done: string[] = [];
  let isInvitationSent = false;
  /** The error of the first step that failed; null when none did. */
  const takeInOrder = async (): Promise<unknown> => {
    try {
      for (const step of steps) {
        await pool.take(name, step);
        isInvitationSent ||= step.kind === 'create' || step.kind === 'resend-invitation';
        done.push(inWords(step));
      }
      return null;
    } catch (error) {
      return error;
    }
  };
  const finish = (left: UnfinishedChange | null, action: string) =>
    people.finish({
      lock,
      name,
      unfinished: left,
      invitedAt: isInvitationSent ? clock() : null,
      entry: entryOf(dependencies, actor, found, action, done.join(', ')),
    });
  const failure = await takeInOrder();
  const isRefused = failure instanceof PortalError && failure.code !== 'unavailable' && done.length === 0;
  const left = failure === null || isRefused ? null : { ...change, done };
  try {
    const action = failure === null ? change.action : `fail-${change.action}`;
    if (!(await finish(left, action))) throw new Error('The lock was lost');
  } catch (error) {
    throw unfinished(done, error);
  }
  if (failure === null) return;
  throw isRefused || !(failure instanceof PortalError) ? failure : unfinished(done, failure);
};

const unfinished = (done: readonly string[], cause: unknown) =>
  new PortalError(
    'wrong_state',
    done.length === 0
      ? 'Dịch vụ tài khoản không trả lời, nên chưa rõ đã làm được gì. Hãy tải lại danh sách rồi làm tiếp.'
      : `Dịch vụ tài khoản ngừng trả lời giữa chừng: ${done.join(', ')}, phần còn lại chưa làm. Hãy tải lại danh sách rồi làm tiếp.`,
    { cause },
  );
