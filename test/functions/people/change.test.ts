import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertAdminNow, assertAllowed, type Change, stepsOf } from '../../../functions/people/change.ts';
import type { PoolStep } from '../../../functions/people/pool-step.ts';
import { type Role, roles } from '../../../shared/http/actor.ts';
import type { UnfinishedChange } from '../../../shared/people/person.ts';
import { type PoolAccount, widestRole } from '../../../shared/people/pool-account.ts';
import { poolAccount } from '../../support/pool-account.ts';

const unfinished = (action: UnfinishedChange['action']): UnfinishedChange => ({
  action,
  role: null,
  by: 'admin',
  at: '2026-11-28T00:00:00.000Z',
  done: [],
});
const kinds = (steps: readonly PoolStep[]) =>
  steps.map((step) => ('role' in step ? `${step.kind} ${step.role}` : step.kind));

/** What Cognito makes of a step. */
const after = (before: PoolAccount, step: PoolStep): PoolAccount => {
  switch (step.kind) {
    case 'add-role':
      return { ...before, roles: [...before.roles, step.role] };
    case 'remove-role':
      return { ...before, roles: before.roles.filter((role) => role !== step.role) };
    case 'disable':
    case 'enable':
      return { ...before, isEnabled: step.kind === 'enable' };
    default:
      return before;
  }
};

test.each<[string, Change, Partial<PoolAccount>, UnfinishedChange | null, string[]]>([
  [
    'a wider role',
    { action: 'change-role', role: 'editor' },
    {},
    null,
    ['add-role editor', 'remove-role author'],
  ],
  [
    'a narrower role',
    { action: 'change-role', role: 'author' },
    { roles: ['admin'] },
    null,
    ['add-role author', 'remove-role admin', 'sign-out'],
  ],
  ['a first role', { action: 'change-role', role: 'editor' }, { roles: [] }, null, ['add-role editor']],
  ['the same role', { action: 'change-role', role: 'author' }, {}, null, []],
  [
    'the same role after a failure',
    { action: 'change-role', role: 'author' },
    {},
    unfinished('change-role'),
    ['sign-out'],
  ],
  [
    'one role of several',
    { action: 'change-role', role: 'editor' },
    { roles: ['admin', 'editor', 'author'] },
    null,
    ['remove-role admin', 'remove-role author', 'sign-out'],
  ],
  ['disabling', { action: 'disable' }, {}, null, ['disable', 'sign-out']],
  ['disabling again', { action: 'disable' }, { isEnabled: false }, null, []],
  [
    'disabling after a failure',
    { action: 'disable' },
    { isEnabled: false },
    unfinished('disable'),
    ['disable', 'sign-out'],
  ],
  ['enabling', { action: 'enable' }, { isEnabled: false }, null, ['enable']],
  ['enabling again', { action: 'enable' }, {}, null, []],
  ['a lost phone', { action: 'reset-second-factor' }, {}, null, ['delete-second-factor', 'sign-out']],
])('takes the steps of %s', (_, change, fields, begun, steps) => {
  expect(kinds(stepsOf(change, { account: poolAccount('lan', fields), unfinished: begun }))).toEqual(steps);
});

const change = fc.oneof(
  fc.record({ action: fc.constant('change-role' as const), role: fc.constantFrom<Role[]>(...roles) }),
  fc.record({
    action: fc.constantFrom('disable' as const, 'enable' as const, 'reset-second-factor' as const),
  }),
);

test('an enabled admin remains, whoever asks for what, and wherever the steps stop', () => {
  const names = ['a', 'b', 'c'];
  const asked = fc.record({
    actor: fc.constantFrom(...names),
    target: fc.constantFrom(...names),
    change,
    steps: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), (requests) => {
      const pool = new Map(names.map((name) => [name, poolAccount(name, { roles: ['admin'] })]));
      for (const { actor, target, change: wanted, steps } of requests) {
        let current = pool.get(target) ?? poolAccount(target);
        try {
          assertAdminNow(pool.get(actor) ?? null);
          assertAllowed(wanted, actor, current);
        } catch {
          continue;
        }
        for (const step of stepsOf(wanted, { account: current, unfinished: null }).slice(0, steps)) {
          current = after(current, step);
        }
        pool.set(target, current);
      }
      expect([...pool.values()].some((one) => one.isEnabled && widestRole(one) === 'admin')).toBe(true);
    }),
  );
});

test('a role that stops halfway is never wider than the one before or the one after', () => {
  const someRoles = fc.uniqueArray(fc.constantFrom<Role[]>(...roles), { minLength: 1 });
  const width = (one: PoolAccount) => roles.length - roles.indexOf(widestRole(one) ?? 'author');
  fc.assert(
    fc.property(someRoles, fc.constantFrom<Role[]>(...roles), (held, role) => {
      const before = poolAccount('lan', { roles: held });
      const steps = stepsOf({ action: 'change-role', role }, { account: before, unfinished: null });
      const states = [before];
      for (const step of steps) states.push(after(states.at(-1) ?? before, step));
      const end = states.at(-1) ?? before;
      expect(end.roles).toEqual([role]);
      for (const state of states) {
        expect(state.roles.length).toBeGreaterThan(0);
        expect(width(state)).toBeLessThanOrEqual(Math.max(width(before), width(end)));
      }
    }),
  );
});
