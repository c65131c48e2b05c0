import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { functionArn } from '../template/local-references.ts';
import type { Resolve } from '../template/resolve.ts';
import { ofType, type Template, theOnly } from '../template/template.ts';
import { decodedPath } from './decoded-path.ts';
import { type HttpRequest, type HttpResponse, httpEvent, httpResponse, splitTarget } from './http-event.ts';
import { type AuthorizerSettings, jwtAuthorizer } from './jwt-authorizer.ts';
import { routeTable } from './route-table.ts';
import { throttle } from './throttle.ts';

type Invoke = (event: unknown, requestId: string) => Promise<unknown>;
type RouteProperties = {
  RouteKey: string;
  Target: string;
  AuthorizationType: 'NONE' | 'JWT';
  AuthorizationScopes?: string[];
};
type Settings = {
  template: Template;
  resolve: Resolve;
  /** By the function's logical id. */
  functions: ReadonlyMap<string, { invoke: Invoke }>;
  /** The issuer of tokens here, instead of the template's. */
  signer: Pick<AuthorizerSettings, 'issuer' | 'keys'>;
  /** Whether the template's throttles apply. */
  isThrottled: boolean;
  log: (line: string) => void;
};

/** Maximum size of a request body: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const payloadLimitBytes = 10 * 1024 * 1024;

const refusals = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** API Gateway's HTTP API: takes a request, and returns the reply of its function or API Gateway's own refusal. */
export const apiGateway = ({ template, resolve, functions, signer, isThrottled, log }: Settings) => {
  const routes = readRoutes(template, resolve);
  const match = routeTable(routes);
  const authorize = jwtAuthorizer({ ...signer, audience: readAudience(template, resolve) });
  const isWithinLimits = readThrottles(template, resolve);

  return async (request: HttpRequest): Promise<HttpResponse> => {
    const now = new Date();
    const requestId = randomUUID();
    if (request.body.length > payloadLimitBytes) return refuse(413);
    const path = decodedPath(splitTarget(request.target).rawPath);
    if (path === null) return refuse(400);
    const matched = match(request.method, path);
    if (!matched) return refuse(404);
    const { route, pathParameters } = matched;
    if (isThrottled && !isWithinLimits(route.routeKey, now.getTime())) return refuse(429);
    const authorized = route.requiresToken
      ? await authorize(request.headers.authorization, route.scopes, now)
      : null;
    if (authorized && 'refusal' in authorized) return refuse(authorized.refusal);
    const event = httpEvent(request, {
      routeKey: route.routeKey,
      path,
      pathParameters,
      authorized,
      requestId,
      now,
    });
    try {
      return httpResponse(await route.invoke(event, requestId));
    } catch (error) {
      log(`${route.routeKey} failed: ${error instanceof Error ? error.message : error}`);
      return refuse(500);
    }
  };

  function readRoutes(from: Template, resolved: Resolve) {
    const uris = new Map(
      ofType(from, 'AWS::ApiGatewayV2::Integration').map(({ id, Properties }) => [
        `integrations/${id}`,
        resolved(Properties.IntegrationUri),
      ]),
    );
    const byArn = new Map([...functions].map(([id, made]) => [functionArn(id), made]));
    return ofType(from, 'AWS::ApiGatewayV2::Route').map(({ id, Properties }) => {
      const properties = resolved(Properties) as RouteProperties;
      const target = byArn.get(String(uris.get(properties.Target)));
      if (!target) throw new Error(`The route ${id} has no function`);
      return {
        routeKey: properties.RouteKey,
        requiresToken: properties.AuthorizationType === 'JWT',
        scopes: properties.AuthorizationScopes ?? [],
        invoke: target.invoke,
      };
    });
  }
};

const readAudience = (template: Template, resolve: Resolve) => {
  const { JwtConfiguration } = theOnly(template, 'AWS::ApiGatewayV2::Authorizer').Properties;
  return (resolve(JwtConfiguration) as { Audience: string[] }).Audience;
};

const limits = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });
const stageThrottles = z.object({
  DefaultRouteSettings: limits,
  RouteSettings: z._default(z.record(z.string(), limits), {}),
});

/**
 * The throttles: each route has one of its own, by the stage's settings for the route or else by the default ones. The name says so, and
 * of REST APIs the guide does: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
const readThrottles = (template: Template, resolve: Resolve) => {
  const { AccessLogSettings, ...followed } = theOnly(template, 'AWS::ApiGatewayV2::Stage').Properties;
  const { DefaultRouteSettings, RouteSettings } = stageThrottles.parse(resolve(followed));
  const bucketOf = (routeKey: string) => {
    const { ThrottlingRateLimit, ThrottlingBurstLimit } = RouteSettings[routeKey] ?? DefaultRouteSettings;
    return throttle(ThrottlingRateLimit, ThrottlingBurstLimit);
  };
  const buckets = new Map<string, ReturnType<typeof throttle>>();
  return (routeKey: string, nowMs: number) => {
    const bucket = buckets.get(routeKey) ?? bucketOf(routeKey);
    buckets.set(routeKey, bucket);
    return bucket(nowMs);
  };
};

const refuse = (status: keyof typeof refusals): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message: refusals[status] })),
});
