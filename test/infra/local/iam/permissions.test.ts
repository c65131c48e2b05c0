import { describe, expect, test } from 'vitest';
import {
  grantsOf,
  grantsUsed,
  permissionFor,
  permissionsOf,
} from '../../../../infra/local/iam/permissions.ts';

const statement = (fields: object) => ({
  Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'arn:table/A', ...fields }],
});
const onKeys = (...patterns: string[]) => ({
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } },
});
const isAllowed = (
  fields: object,
  resource: string,
  leadingKeys?: string[],
  action = 'dynamodb:GetItem',
): boolean =>
  permissionFor(permissionsOf(statement(fields)), {
    action,
    resource,
    ...(leadingKeys && { leadingKeys }),
  }) !== undefined;

test.each<[string, object, string, string[] | undefined, boolean]>([
  ['the resource itself', {}, 'arn:table/A', undefined, true],
  ['another resource', {}, 'arn:table/B', undefined, false],
  ['an index by the table', {}, 'arn:table/A/index/x', undefined, false],
  ['what a wildcard covers', { Resource: 'arn:bucket/images/*' }, 'arn:bucket/images/a/b', undefined, true],
  ['the prefix of a wildcard', { Resource: 'arn:bucket/images/*' }, 'arn:bucket/images', undefined, false],
  ['what comes after the pattern', { Resource: 'arn:?' }, 'arn:ab', undefined, false],
  ['a dot by itself alone', { Resource: 'arn.table*' }, 'arn:table/A', undefined, false],
  ['one of several resources', { Resource: ['arn:x', 'arn:table/A'] }, 'arn:table/A', undefined, true],
  ['any key without a condition', {}, 'arn:table/A', ['s#X'], true],
  ['a key of the partition', onKeys('s#LIVE#*'), 'arn:table/A', ['s#LIVE#1'], true],
  ['keys of several partitions', onKeys('s#LIVE#*', 's#SITE'), 'arn:table/A', ['s#SITE', 's#LIVE#1'], true],
  ['one foreign key among others', onKeys('s#LIVE#*'), 'arn:table/A', ['s#LIVE#1', 's#ARTICLE#1'], false],
  ['an exact key that goes on', onKeys('s#SITE'), 'arn:table/A', ['s#SITE-2'], false],
  ['a key of another site', onKeys('s#LIVE#*'), 'arn:table/A', ['t#LIVE#1'], false],
  ['a key in other case', onKeys('s#LIVE#*'), 'arn:table/A', ['s#live#1'], false],
  ['a key with a line break', onKeys('s#TAG#*'), 'arn:table/A', ['s#TAG#a\nb'], true],
  ['a call that names no key', onKeys('s#LIVE#*'), 'arn:table/A', [], false],
  ['a call on no partition', onKeys('s#LIVE#*'), 'arn:table/A', undefined, false],
])('decides about %s', (_, fields, resource, keys, expected) => {
  expect(isAllowed(fields, resource, keys)).toBe(expected);
});

test.each([
  ['dynamodb:GetItem', true],
  ['DynamoDB:getitem', true],
  ['dynamodb:GetItems', false],
  ['s3:GetItem', false],
])('compares the action %s', (action, expected) => {
  expect(isAllowed({}, 'arn:table/A', undefined, action)).toBe(expected);
});

test('two statements never add up for the keys of one call', () => {
  const permissions = permissionsOf({
    Statement: [statement(onKeys('s#LIVE#*')), statement(onKeys('s#SITE'))].flatMap(
      ({ Statement }) => Statement,
    ),
  });
  const call = { action: 'dynamodb:GetItem', resource: 'arn:table/A' };
  expect(permissionFor(permissions, { ...call, leadingKeys: ['s#SITE'] })).toBeDefined();
  expect(permissionFor(permissions, { ...call, leadingKeys: ['s#SITE', 's#LIVE#1'] })).toBeUndefined();
});

test('every action on every resource is a permission', () => {
  const [document] = [statement({ Action: ['a:X', 'a:Y'], Resource: ['r1', 'r2'] })];
  expect(permissionsOf(document).flatMap(grantsOf)).toEqual(['a:X r1', 'a:X r2', 'a:Y r1', 'a:Y r2']);
});

test('a call uses the patterns that its keys match, and no others', () => {
  const [permission] = permissionsOf(statement(onKeys('s#LIVE#*', 's#SITE')));
  const call = { action: 'dynamodb:GetItem', resource: 'arn:table/A', leadingKeys: ['s#LIVE#1'] };
  expect(permission && grantsUsed(permission, call)).toEqual(['dynamodb:GetItem arn:table/A s#LIVE#*']);
});

describe('refuses what it does not follow', () => {
  test.each([
    ['a denial', { Effect: 'Deny' }],
    ['another condition', { Condition: { StringEquals: { 'aws:SourceVpc': 'x' } } }],
    [
      'another operator on keys',
      { Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': 'x' } } },
    ],
    ['all actions but some', { NotAction: 'x' }],
  ])('%s', (_, fields) => {
    expect(() => permissionsOf(statement(fields))).toThrow();
  });
});
