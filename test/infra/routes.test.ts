import { describe, expect, test } from 'vitest';
import { ofType } from '../../infra/local/template/template.ts';
import { routes } from '../../shared/routes.ts';
import { propertiesOf, templates } from '../support/templates.ts';

type Route = {
  RouteKey: string;
  AuthorizationType: string;
  AuthorizerId?: unknown;
  AuthorizationScopes?: unknown;
};

describe.each(templates)('%s', (_, template) => {
  const inTemplate = Object.values(propertiesOf(template, 'AWS::ApiGatewayV2::Route')) as Route[];
  const isAdmin = ({ RouteKey }: Route) => RouteKey.includes('/api/admin');

  test('has every route of the table, HEAD for each public GET, and no others', () => {
    const heads = routes
      .filter(({ access, route }) => access === 'public' && route.startsWith('GET '))
      .map(({ route }) => route.replace('GET', 'HEAD'));
    const expected = [...routes.map(({ route }) => route as string), ...heads];
    expect(inTemplate.map(({ RouteKey }) => RouteKey).sort()).toEqual(expected.sort());
  });

  test('throttles every route by name, with a throttle for each', () => {
    const [stage] = Object.values(propertiesOf(template, 'AWS::ApiGatewayV2::Stage'));
    expect(Object.keys(stage?.RouteSettings as object).sort()).toEqual(
      inTemplate.map(({ RouteKey }) => RouteKey).sort(),
    );
    expect(stage?.RouteSettings).toMatchObject({
      'GET /': { ThrottlingRateLimit: 3, ThrottlingBurstLimit: 500 },
      'HEAD /': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 100 },
      'GET /tim-kiem': { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 500 },
      'POST /api/visits': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 2_000 },
      'PUT /api/admin/articles/{id}': { ThrottlingRateLimit: 3, ThrottlingBurstLimit: 500 },
    });
  });

  test('requires a token with the staff scope on every admin route', () => {
    const admin = inTemplate.filter(isAdmin);
    expect(admin.length).toBeGreaterThan(0);
    for (const route of admin) {
      expect(route).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: expect.any(String) },
        AuthorizationScopes: ['portal/staff'],
      });
    }
  });

  test('requires no token on other routes', () => {
    for (const route of inTemplate.filter((candidate) => !isAdmin(candidate))) {
      expect(route.AuthorizationType).toBe('NONE');
    }
  });

  test('trusts only the user pool and its client', () => {
    const [authorizer] = Object.values(propertiesOf(template, 'AWS::ApiGatewayV2::Authorizer'));
    const [pool] = ofType(template, 'AWS::Cognito::UserPool');
    const [client] = ofType(template, 'AWS::Cognito::UserPoolClient');
    expect(authorizer?.JwtConfiguration).toMatchObject({ Audience: [{ Ref: client?.id }] });
    expect(JSON.stringify(authorizer?.JwtConfiguration)).toContain(`{"Ref":"${pool?.id}"}`);
  });
});
