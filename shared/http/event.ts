import type {
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2WithRequestContext,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';

type RequestContext = APIGatewayEventRequestContextV2 & {
  authorizer?: { jwt: { claims: Record<string, string | number | boolean | string[]>; scopes: string[] } };
};

/** API Gateway's payload 2.0, with the verified claims on routes that require a token. */
export type HttpEvent = APIGatewayProxyEventV2WithRequestContext<RequestContext>;

export type HttpReply = APIGatewayProxyStructuredResultV2;

/** The handlers of one function, by route. */
export type Handler = (event: HttpEvent) => Promise<HttpReply>;
export type Handlers<RouteKey extends string> = Readonly<Record<RouteKey, Handler>>;
