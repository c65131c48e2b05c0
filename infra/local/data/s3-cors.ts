import * as z from 'zod/mini';
import { portalOrigins } from '../template/portal-origins.ts';
import type { Stack } from '../template/stack.ts';
import { ofType } from '../template/template.ts';

/** Strict: a property that is not followed here is refused. */
const rule = z.strictObject({
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  AllowedHeaders: z._default(z.array(z.string()), []),
  MaxAge: z.optional(z.int()),
});
export type CorsRule = z.infer<typeof rule>;

const configuration = z.strictObject({ CorsRules: z.array(rule) });

/** The CORS rules of each bucket of the template that has some, by logical id. The portal's origin is its local one. */
export const readCorsRules = (
  { template, resolve }: Stack,
  portalUrl: string,
): ReadonlyMap<string, CorsRule[]> => {
  const own = portalOrigins(template, resolve, portalUrl);
  const toLocal = (origin: string) => (own.includes(origin) ? portalUrl : origin);
  const found = ofType(template, 'AWS::S3::Bucket').flatMap(({ id, Properties }) => {
    if (Properties.CorsConfiguration === undefined) return [];
    const { CorsRules } = configuration.parse(resolve(Properties.CorsConfiguration));
    return [
      [id, CorsRules.map((each) => ({ ...each, AllowedOrigins: each.AllowedOrigins.map(toLocal) }))] as const,
    ];
  });
  return new Map(found);
};

/** A pattern of S3: at most one `*`. */
const matches = (patterns: readonly string[], value: string) =>
  patterns.some((pattern) => {
    const [start = '', end] = pattern.split('*');
    return end === undefined
      ? pattern === value
      : value.length >= pattern.length - 1 && value.startsWith(start) && value.endsWith(end);
  });

type Request = { method: string; headers: Record<string, string | string[] | undefined> };
/** What CORS adds to the answer; with a status, the whole answer to a preflight request. */
type CorsAnswer = { status?: number; headers: Record<string, string> };

const text = (value: string | string[] | undefined) => (value === undefined ? undefined : String(value));

/**
 * What S3 does about a request by the rules of its bucket: the first rule that matches the origin, the method and all requested headers
 * counts. Without one a preflight request is answered with 403, and a page cannot read the answer to any other.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html#cors-eval-criteria
 */
export const answerCors = (rules: readonly CorsRule[], { method, headers }: Request): CorsAnswer => {
  const origin = text(headers.origin);
  const isPreflight = method === 'OPTIONS';
  if (origin === undefined) return isPreflight ? { status: 400, headers: {} } : { headers: {} };
  const asked = isPreflight ? text(headers['access-control-request-method']) : method;
  const askedHeaders = (text(headers['access-control-request-headers']) ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const found = rules.find(
    ({ AllowedMethods, AllowedOrigins, AllowedHeaders }) =>
      matches(AllowedOrigins, origin) &&
      AllowedMethods.includes(asked ?? '') &&
      (!isPreflight ||
        askedHeaders.every((name) =>
          matches(
            AllowedHeaders.map((allowed) => allowed.toLowerCase()),
            name,
          ),
        )),
  );
  if (!found) return isPreflight ? { status: 403, headers: {} } : { headers: {} };
  const allowed = {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': found.AllowedMethods.join(', '),
    'access-control-allow-credentials': 'true',
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    ...(askedHeaders.length > 0 && { 'access-control-allow-headers': askedHeaders.join(', ') }),
    ...(found.MaxAge !== undefined && { 'access-control-max-age': String(found.MaxAge) }),
  };
  return isPreflight ? { status: 200, headers: allowed } : { headers: allowed };
};
