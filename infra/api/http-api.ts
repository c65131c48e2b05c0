import { Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi as Gateway,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionName, routes } from '../../shared/routes.ts';
import type { PortalFunctions } from '../compute/portal-functions.ts';
import { removalPolicy } from '../data/removal-policy.ts';
import { type Portal, physicalName } from '../stages.ts';
import type { StaffUserPool } from './staff-user-pool.ts';
import { headKeyOf, routeSettings } from './throttles.ts';

/** One line of the access log: enough to find the request in a function's log, and no reader's address. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTimeEpoch',
    routeKey: '$context.routeKey',
    path: '$context.path',
    status: '$context.status',
    responseBytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    user: '$context.authorizer.claims.username',
    authorizerError: '$context.authorizer.error',
    error: '$context.error.message',
    integrationError: '$context.integrationErrorMessage',
  }),
);

type Props = { portal: Portal; functions: PortalFunctions; staff: StaffUserPool };
type Route = (typeof routes)[number];

/** The HTTP API with the routes of `shared/routes.ts`; those of staff require an access token with the staff scope. */
export class HttpApi extends Construct {
  readonly id: string;
  readonly accessLog: LogGroup;

  constructor(scope: Construct, id: string, { portal, functions, staff }: Props) {
    super(scope, id);
    const gateway = new Gateway(this, 'Gateway', {
      apiName: physicalName(portal),
      createDefaultStage: false,
    });
    this.id = gateway.apiId;

    const authorizer = new HttpUserPoolAuthorizer('Staff', staff.pool, {
      userPoolClients: [staff.client],
    });
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    const integration = (name: FunctionName) => {
      const existing = integrations.get(name);
      if (existing) return existing;
      const created = new HttpLambdaIntegration(name, functions.byName[name].function, {
        // One permission for all routes of a function: its policy has room for 20 KB.
        scopePermissionToRoute: false,
      });
      integrations.set(name, created);
      return created;
    };
    const addRoute = (routeKey: string, { function: name, access }: Route) => {
      const route = new HttpRoute(this, routeKey, {
        httpApi: gateway,
        routeKey: parseRouteKey(routeKey),
        integration: integration(name),
        ...(access === 'staff' && { authorizer, authorizationScopes: [staff.scope] }),
      });
      // Its source has no method, so the permission for all routes (`*/*/*`) does not match it.
      if (routeKey === '$default') {
        functions.byName[name].function.addPermission('DefaultRoute', {
          principal: new ServicePrincipal('apigateway.amazonaws.com'),
          sourceArn: Stack.of(this).formatArn({
            service: 'execute-api',
            resource: gateway.apiId,
            resourceName: '*/$default',
          }),
        });
      }
      if (access === 'public') {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'Readers are the public; this route serves only what is published, or signed for.',
        });
      }
      return route;
    };
    const added = [];
    for (const route of routes) {
      added.push(addRoute(route.route, route));
      const headKey = headKeyOf(route);
      if (headKey) added.push(addRoute(headKey, route));
    }

    this.accessLog = new LogGroup(this, 'AccessLog', {
      retention: portal.logRetentionDays,
      removalPolicy: removalPolicy(portal),
    });
    const httpStage = new HttpStage(this, 'Stage', {
      httpApi: gateway,
      stageName: '$default',
      autoDeploy: true,
      throttle: portal.throttles.pages,
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLog),
        format: accessLogFormat,
      },
    });
    (httpStage.node.defaultChild as CfnStage).routeSettings = routeSettings(portal.throttles);
    // The stage's settings name routes, which must exist before it.
    httpStage.node.addDependency(...added);
  }
}

const parseRouteKey = (routeKey: string): HttpRouteKey => {
  if (routeKey === '$default') return HttpRouteKey.DEFAULT;
  const [method, path] = routeKey.split(' ') as [HttpMethod, string];
  return HttpRouteKey.with(path, method);
};
