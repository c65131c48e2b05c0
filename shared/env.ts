import * as z from 'zod/mini';
import { siteIdPattern } from './site-id.ts';

const origin = z.string().check(z.regex(/^https?:\/\/[a-z0-9.:-]+$/));
/** Variables that have a format. */
const formats = {
  SITE_ID: z.string().check(z.regex(siteIdPattern)),
  /** `https://phuong.example.vn`: the start of absolute links. */
  SITE_ORIGIN: origin,
  /** The managed login of the user pool, and the issuer of its tokens. */
  LOGIN_ORIGIN: origin,
  TOKEN_ISSUER: z.url(),
  /** The bucket that takes uploads, as browsers reach it. */
  UPLOAD_ORIGIN: origin,
  /** The secrets by which the distribution proves itself, with a space between two. */
  ORIGIN_SECRETS: z.string().check(z.regex(/^\S{16,}( \S{16,})*$/)),
};
/** Names of resources. */
type ResourceVariable =
  | 'CONTENT_TABLE'
  | 'ACTIVITY_TABLE'
  | 'VISITS_TABLE'
  | 'IMAGES_BUCKET'
  | 'UPLOADS_BUCKET'
  | 'SEARCH_BUCKET'
  | 'PEOPLE_BUCKET'
  | 'DISTRIBUTION_ID'
  | 'DEAD_LETTER_QUEUE_URL'
  | 'USER_POOL_ID'
  /** The console's client of the user pool, and the scopes that it asks for. */
  | 'CLIENT_ID'
  | 'TOKEN_SCOPE';
type Variables = Record<keyof typeof formats | ResourceVariable, string>;
type Schemas = Partial<Record<keyof Variables, z.ZodMiniType<string>>>;

const anyName = z.string().check(z.minLength(1));

/** Reads some of the variables that the stack sets, once, when the function loads. Throws an error that names each missing or invalid one. */
export const readEnv = <Name extends keyof Variables>(
  names: readonly Name[],
  env: NodeJS.ProcessEnv = process.env,
): Pick<Variables, Name> => {
  const results = names.map((key) => ({
    key,
    parsed: ((formats as Schemas)[key] ?? anyName).safeParse(env[key]),
  }));
  const invalid = results.filter(({ parsed }) => !parsed.success).map(({ key }) => key);
  if (invalid.length > 0) throw new Error(`Missing or invalid environment variable: ${invalid.join(', ')}`);
  const values = results.flatMap(({ key, parsed }) => (parsed.success ? [[key, parsed.data]] : []));
  return Object.fromEntries(values) as Pick<Variables, Name>;
};

/** The site whose function this is. Read here alone, and bound to stores, cache tags and caches in each `index.ts`. */
export const readSiteId = (env?: NodeJS.ProcessEnv): string => readEnv(['SITE_ID'], env).SITE_ID;

/** The secrets of which the distribution sends one. */
export const readOriginSecrets = (env?: NodeJS.ProcessEnv): string[] =>
  readEnv(['ORIGIN_SECRETS'], env).ORIGIN_SECRETS.split(' ');

const connection = z.object({
  AWS_REGION: anyName,
  AWS_ACCESS_KEY_ID: anyName,
  AWS_SECRET_ACCESS_KEY: anyName,
  AWS_SESSION_TOKEN: z.optional(anyName),
  AWS_ENDPOINT_URL_DYNAMODB: z.optional(origin),
  AWS_ENDPOINT_URL_SQS: z.optional(origin),
});

/**
 * A service's endpoint, and the credentials of the function's role, which live longer than its process.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
const readConnection = (service: 'dynamodb' | 'sqs', env: NodeJS.ProcessEnv) => {
  const parsed = connection.safeParse(env);
  if (!parsed.success) throw new Error('AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set');
  const {
    AWS_REGION: region,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: sqs,
    ...keys
  } = parsed.data;
  return {
    region,
    endpoint: { dynamodb, sqs }[service] ?? `https://${service}.${region}.amazonaws.com`,
    credentials: {
      accessKeyId: keys.AWS_ACCESS_KEY_ID,
      secretAccessKey: keys.AWS_SECRET_ACCESS_KEY,
      ...(keys.AWS_SESSION_TOKEN && { sessionToken: keys.AWS_SESSION_TOKEN }),
    },
  };
};

/** The connection to the table service. */
export const readTableConnection = (env: NodeJS.ProcessEnv = process.env) => readConnection('dynamodb', env);

/** The connection to the queue service. */
export const readQueueConnection = (env: NodeJS.ProcessEnv = process.env) => readConnection('sqs', env);
