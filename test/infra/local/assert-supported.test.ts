import { expect, test } from 'vitest';
import { unsupported } from '../../../infra/local/template/assert-supported.ts';
import type { Resource } from '../../../infra/local/template/template.ts';
import { templates } from '../../support/templates.ts';

const withResource = (Type: string, Properties: Record<string, unknown>): string[] => {
  const resource: Resource = { id: 'Thing', Type, Properties, Metadata: {} };
  return unsupported({ resources: [resource], exports: new Map(), parameters: new Map() });
};

test.each(templates)('supports %s and its edge stack', (_, template, edge) => {
  expect([...unsupported(template), ...unsupported(edge)]).toEqual([]);
});

test('names an unsupported resource type', () => {
  expect(withResource('AWS::StepFunctions::StateMachine', {})).toEqual([
    'AWS::StepFunctions::StateMachine (Thing)',
  ]);
});

test('names an unsupported property', () => {
  expect(withResource('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP', CorsConfiguration: {} })).toEqual([
    'CorsConfiguration of AWS::ApiGatewayV2::Api (Thing)',
  ]);
});

test('names an unsupported nested property', () => {
  const DefaultRouteSettings = { ThrottlingRateLimit: 1, DataTraceEnabled: true };
  expect(withResource('AWS::ApiGatewayV2::Stage', { DefaultRouteSettings })).toEqual([
    'DefaultRouteSettings.DataTraceEnabled of AWS::ApiGatewayV2::Stage (Thing)',
  ]);
});
