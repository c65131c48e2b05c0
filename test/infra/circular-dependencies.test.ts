import { describe, expect, test } from 'vitest';
import type { Template } from '../../infra/local/template/template.ts';
import { portal } from '../../infra/stages.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';
import { templates } from '../support/templates.ts';

/** Logical ids that a value refers to, by `Ref`, `Fn::GetAtt` or `Fn::Sub`. Names of pseudo parameters are among them. */
const referredTo = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referredTo);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, argument]) => {
    if (name === 'Ref') return [String(argument)];
    if (name === 'Fn::GetAtt') return [Array.isArray(argument) ? argument[0] : argument.split('.')[0]];
    if (name !== 'Fn::Sub') return referredTo(argument);
    const [text, own = {}] = [argument].flat();
    return [...referredTo(own), ...Array.from(String(text).matchAll(/\$\{([\w]+)/g), ([, id = '']) => id)];
  });
};

/**
 * The resources that CloudFormation could not create one after another, because each needs another of them; it refuses such a template
 * when it is deployed, not before. https://repost.aws/knowledge-center/cloudformation-circular-dependency-error
 */
const circle = ({ resources }: Template): string[] => {
  const needs = new Map(
    resources.map(({ id, Properties, DependsOn = [] }) => [id, [...referredTo(Properties), ...DependsOn]]),
  );
  const created = new Set<string>();
  for (let before = -1; created.size > before; ) {
    before = created.size;
    for (const [id, needed] of needs) {
      if (needed.every((other) => !needs.has(other) || created.has(other))) created.add(id);
    }
  }
  return [...needs.keys()].filter((id) => !created.has(id));
};

describe.each(templates)('%s', (_, template, edge) => {
  test('has no circular dependency', () => {
    expect(circle(template)).toEqual([]);
    expect(circle(edge)).toEqual([]);
  });
});

test('nor has a portal without a domain and with a mirror', async () => {
  const { template } = await synthesizePortal(portal({ site: 'a', stage: 'dev', hasMirror: true }));
  expect(template.resources.length).toBeGreaterThan(50);
  expect(circle(template)).toEqual([]);
});

test('finds a circle', () => {
  const resource = (id: string, Properties: Record<string, unknown>, DependsOn: string[] = []) => ({
    id,
    Type: 'T',
    Properties,
    Metadata: {},
    DependsOn,
  });
  const template: Template = {
    resources: [
      resource('a', { Name: { 'Fn::Sub': `x-\${b.Arn}` } }),
      resource('b', { Name: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['c', 'Arn'] }]] } }),
      resource('c', {}, ['a']),
      resource('d', { Name: { Ref: 'AWS::Region' } }),
    ],
    exports: new Map(),
    parameters: new Map(),
  };
  expect(circle(template)).toEqual(['a', 'b', 'c']);
});
