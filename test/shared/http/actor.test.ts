import { expect, test } from 'vitest';
import { httpEvent } from '../../../infra/local/api/http-event.ts';
import { actorOf, type Role } from '../../../shared/http/actor.ts';

const eventFor = (groups: unknown) =>
  httpEvent(
    { method: 'GET', target: '/', headers: {}, body: Buffer.alloc(0) },
    {
      routeKey: 'GET /',
      path: '/',
      pathParameters: {},
      authorized: { claims: { username: 'lan', 'cognito:groups': groups }, scopes: [] },
      requestId: 'r',
      now: new Date('2026-01-01T00:00:00Z'),
    },
  );

test.each<[unknown, Role]>([
  [['author'], 'author'],
  [['author', 'editor'], 'editor'],
  [['editor', 'admin', 'author'], 'admin'],
  [['ap-southeast-1_abc_Google', 'editor'], 'editor'],
  [['bao-cao,admin', 'author'], 'author'],
])('a member of the groups %j is %s', (groups, role) => {
  expect(actorOf(eventFor(groups))).toEqual({ name: 'lan', role });
});

test.each([
  [[]],
  [['reader']],
  [['bao-cao,admin']],
  [['[admin]']],
  [['[admin', 'editor]']],
  [['(admin)']],
  [['"admin"']],
  [['Admin']],
  [['admin.']],
  [['ADMIN', 'biên-tập']],
  [['constructor', '__proto__']],
  ['admin'],
  ['author admin'],
  ['admin,editor'],
  [{ admin: true }],
  [null],
  [undefined],
])('a claim of %j names no role: %#', (groups) => {
  expect(() => actorOf(eventFor(groups))).toThrow(expect.objectContaining({ code: 'forbidden' }));
});
