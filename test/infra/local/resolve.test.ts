// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
import { expect, test } from 'vitest';
import { type Lookup, resolver } from '../../../infra/local/template/resolve.ts';

const lookup: Lookup = (id, attribute) => {
  const known: Record<string, string> = { Table: 'table', 'Table.Arn': 'arn:table', 'AWS::Region': 'here' };
  return known[attribute === null ? id : `${id}.${attribute}`];
};
const resolve = resolver(lookup, new Map([['Edge:Policy', 'policy']]));

test.each([
  ['text', 'text'],
  [{ Ref: 'Table' }, 'table'],
  [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:table'],
  [{ 'Fn::GetAtt': 'Table.Arn' }, 'arn:table'],
  [{ 'Fn::Join': ['', ['a-', { Ref: 'Table' }]] }, 'a-table'],
  [{ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Table', 'Arn'] }] }] }, 'table'],
  [{ 'Fn::Sub': 'b-${AWS::Region}-${Table.Arn}-${!kept}' }, 'b-here-arn:table-${!kept}'],
  [{ 'Fn::Sub': ['${name}!', { name: { Ref: 'Table' } }] }, 'table!'],
  [{ 'Fn::ImportValue': 'Edge:Policy' }, 'policy'],
  [{ deep: [{ Ref: 'Table' }, { n: 1 }] }, { deep: ['table', { n: 1 }] }],
])('resolves %j to %j', (value, expected) => {
  expect(resolve(value)).toEqual(expected);
});

test.each([
  [{ Ref: 'Gone' }, 'Gone'],
  [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'Table.StreamArn'],
  [{ 'Fn::Sub': '${Gone}' }, 'Gone'],
  [{ 'Fn::ImportValue': 'Edge:Gone' }, 'Edge:Gone'],
  [{ 'Fn::GetAZs': '' }, 'Fn::GetAZs'],
])('rejects %j by its name', (value, name) => {
  expect(() => resolve(value)).toThrow(name);
});
