import { RemovalPolicy, Validations } from 'aws-cdk-lib';
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
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionName, routes } from '../../shared/routes.ts';
import type { PortalFunctions } from '../compute/portal-functions.ts';
import type { Stage } from '../stages.ts';
import type { StaffUserPool } from './staff-user-pool.ts';

/** What an access log keeps of a request: enough to find it in a function's log, and no reader's address. */
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

type Props = { stage: Stage; functions: PortalFunctions; office: StaffUserPool };
type Route = (typeof routes)[number];

/** The one route that every page calls. */
const beaconRoute = 'POST /api/visits' satisfies Route['route'];

/** The front door of the functions: the routes of `shared/routes.ts`, those of the office behind its tokens. */
export class HttpApi extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { stage, functions, office }: Props) {
    super(scope, id);
    const gateway = new Gateway(this, 'Gateway', {
      apiName: `cong-tin-${stage.name}`,
      createDefaultStage: false,
    });
    this.id = gateway.apiId;

    const authorizer = new HttpUserPoolAuthorizer('Office', office.pool, {
      userPoolClients: [office.client],
    });
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    const integration = (name: FunctionName) => {
      const known = integrations.get(name);
      if (known) return known;
      const made = new HttpLambdaIntegration(name, functions.byName[name].function);
      integrations.set(name, made);
      return made;
    };
    const addRoute = (routeKey: string, { function: name, access }: Route) => {
      const route = new HttpRoute(this, routeKey, {
        httpApi: gateway,
        routeKey: parseRouteKey(routeKey),
        integration: integration(name),
        ...(access === 'staff' && { authorizer, authorizationScopes: [office.scope] }),
      });
      if (access === 'public') {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'Readers are the public; only what is published, or signed for, is behind this route.',
        });
      }
      return route;
    };
    const added = [];
    for (const route of routes) {
      added.push(addRoute(route.route, route));
      // API Gateway takes HEAD for no GET: without this a HEAD of a page would be a page that is not found.
      if (route.access === 'public' && route.route.startsWith('GET ')) {
        added.push(addRoute(route.route.replace(/^GET/, 'HEAD'), route));
      }
    }

    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: stage.logRetentionDays,
      removalPolicy: stage.retainsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const httpStage = new HttpStage(this, 'Stage', {
      httpApi: gateway,
      stageName: '$default',
      autoDeploy: true,
      throttle: stage.throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: accessLogFormat },
    });
    const { rateLimit, burstLimit } = stage.beaconThrottle;
    (httpStage.node.defaultChild as CfnStage).routeSettings = {
      [beaconRoute]: { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
    };
    // A stage cannot say anything of a route that is not there yet.
    httpStage.node.addDependency(...added);
  }
}

const parseRouteKey = (routeKey: string): HttpRouteKey => {
  if (routeKey === '$default') return HttpRouteKey.DEFAULT;
  const [method, path] = routeKey.split(' ') as [HttpMethod, string];
  return HttpRouteKey.with(path, method);
};
