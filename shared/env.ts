import * as z from 'zod/mini';
import { siteIdPattern } from './site-id.ts';

const name = z.string().check(z.minLength(1));
const origin = z.string().check(z.regex(/^https?:\/\/[a-z0-9.:-]+$/));
const variables = {
  SITE_ID: z.string().check(z.regex(siteIdPattern)),
  /** `https://phuong.example.vn`: the start of absolute links. */
  SITE_ORIGIN: origin,
  CONTENT_TABLE: name,
  ACTIVITY_TABLE: name,
  VISITS_TABLE: name,
  IMAGES_BUCKET: name,
  UPLOADS_BUCKET: name,
  DISTRIBUTION_ID: name,
  DEAD_LETTER_QUEUE_URL: name,
  SEARCH_BUCKET: name,
  /** The managed login of the user pool, the issuer of its tokens, the console's client and the scopes that it asks for. */
  LOGIN_ORIGIN: origin,
  TOKEN_ISSUER: z.url(),
  CLIENT_ID: name,
  TOKEN_SCOPE: name,
  /** The bucket that takes uploads, as browsers reach it. */
  UPLOAD_ORIGIN: origin,
};
type Variables = { [Name in keyof typeof variables]: string };

/** Reads some of the variables that the stack sets, once, when the function loads. Throws an error that names each missing or invalid one. */
export const readEnv = <Name extends keyof Variables>(
  names: readonly Name[],
  env: NodeJS.ProcessEnv = process.env,
): Pick<Variables, Name> => {
  const results = names.map((key) => ({ key, parsed: variables[key].safeParse(env[key]) }));
  const invalid = results.filter(({ parsed }) => !parsed.success).map(({ key }) => key);
  if (invalid.length > 0) throw new Error(`Missing or invalid environment variable: ${invalid.join(', ')}`);
  const values = results.flatMap(({ key, parsed }) => (parsed.success ? [[key, parsed.data]] : []));
  return Object.fromEntries(values) as Pick<Variables, Name>;
};

/** The site whose function this is. Read here alone, and bound to stores, cache tags and caches in each `index.ts`. */
export const readSiteId = (env?: NodeJS.ProcessEnv): string => readEnv(['SITE_ID'], env).SITE_ID;

const connection = z.object({
  AWS_REGION: name,
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: name,
  AWS_SESSION_TOKEN: z.optional(name),
  AWS_ENDPOINT_URL_DYNAMODB: z.optional(origin),
});

/**
 * The table service's endpoint, and the credentials of the function's role, which live longer than its process.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export const readTableConnection = (env: NodeJS.ProcessEnv = process.env) => {
  const parsed = connection.safeParse(env);
  if (!parsed.success) throw new Error('AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set');
  const { AWS_REGION: region, AWS_ENDPOINT_URL_DYNAMODB: local, ...keys } = parsed.data;
  return {
    region,
    endpoint: local ?? `https://dynamodb.${region}.amazonaws.com`,
    credentials: {
      accessKeyId: keys.AWS_ACCESS_KEY_ID,
      secretAccessKey: keys.AWS_SECRET_ACCESS_KEY,
      ...(keys.AWS_SESSION_TOKEN && { sessionToken: keys.AWS_SESSION_TOKEN }),
    },
  };
};
