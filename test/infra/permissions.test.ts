import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { functionArn, localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import { ofType, type Template } from '../../infra/local/template/template.ts';
import { wildcard } from '../../infra/local/wildcard.ts';
import { templates } from '../support/templates.ts';

/** Bytes of a function's resource policy: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const policyLimitBytes = 20 * 1024;

const permission = z.object({ FunctionName: z.string(), Principal: z.string(), SourceArn: z.string() });
const route = z.object({ RouteKey: z.string(), Target: z.string() });
const integration = z.object({ IntegrationUri: z.string() });

const read = <Shape extends object>(template: Template, type: string, schema: z.ZodMiniType<Shape>) => {
  const resolve = resolver(localReferences(template));
  return ofType(template, type).map(({ id, Properties }) => ({ id, ...schema.parse(resolve(Properties)) }));
};

const localEnv = { account: '000000000000', region: 'ap-southeast-1' };

/** What API Gateway names as the source: `$default` has no method. https://github.com/aws/serverless-application-model/issues/1860 */
const sourceArn = ({ account, region }: typeof localEnv, apiId: string, routeKey: string) => {
  const [method, path = ''] = routeKey.split(' ');
  return `arn:aws:execute-api:${region}:${account}:${apiId}/$default/${method}${path}`;
};

/** ArnLike, for patterns without wildcards in the first five parts. */
const isArnLike = (arn: string, pattern: string) => wildcard(pattern).test(arn);

describe.each(templates)('%s', (_, template, __, { env = localEnv }) => {
  const permissions = read(template, 'AWS::Lambda::Permission', permission);
  const [api] = ofType(template, 'AWS::ApiGatewayV2::Api');
  const integrations = new Map(
    read(template, 'AWS::ApiGatewayV2::Integration', integration).map(({ id, IntegrationUri }) => [
      `integrations/${id}`,
      IntegrationUri,
    ]),
  );

  test('lets every route invoke its function', () => {
    const refused = read(template, 'AWS::ApiGatewayV2::Route', route).filter(({ RouteKey, Target }) => {
      const source = sourceArn(env, api?.id ?? '', RouteKey);
      return !permissions.some(
        ({ FunctionName, Principal, SourceArn }) =>
          FunctionName === integrations.get(Target) &&
          Principal === 'apigateway.amazonaws.com' &&
          isArnLike(source, SourceArn),
      );
    });
    expect(refused.map(({ RouteKey }) => RouteKey)).toEqual([]);
  });

  test('fills no tenth of a resource policy, however many routes there are', () => {
    for (const { id } of ofType(template, 'AWS::Lambda::Function')) {
      const statements = permissions
        .filter(({ FunctionName }) => FunctionName === functionArn(id))
        .map(({ id: sid, Principal, SourceArn }) => ({
          // CloudFormation adds the stack's name and a random part to the id.
          Sid: `${'x'.repeat(50)}-${sid}-${'x'.repeat(12)}`,
          Effect: 'Allow',
          Principal: { Service: Principal },
          Action: 'lambda:InvokeFunction',
          Resource: `arn:aws:lambda:ap-southeast-1:000000000000:function:${'x'.repeat(64)}`,
          Condition: { ArnLike: { 'AWS:SourceArn': SourceArn } },
        }));
      const policy = JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements });
      expect([id, policy.length < policyLimitBytes / 10]).toEqual([id, true]);
    }
  });
});
