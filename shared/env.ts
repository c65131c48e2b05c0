import * as z from 'zod/mini';

const environment = z.object({
  CONTENT_TABLE: z.string().check(z.minLength(1)),
  SITE_ID: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** `https://phuong.example.vn`; empty where the stage has no domain of its own, and links then stay relative. */
  SITE_ORIGIN: z._default(z.string().check(z.regex(/^(https:\/\/[a-z0-9.-]+)?$/)), ''),
});

/** The bucket of images, for the one function that writes there. */
export const readImagesBucket = (env: NodeJS.ProcessEnv = process.env): string => {
  const bucket = env.IMAGES_BUCKET;
  if (!bucket) throw new Error('Missing or invalid environment variable: IMAGES_BUCKET');
  return bucket;
};

/** What the stack tells every function. Read once, when the function loads; a variable that is missing stops it by name. */
export const readEnv = (env: NodeJS.ProcessEnv = process.env) => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.'));
    throw new Error(`Missing or invalid environment variable: ${names.join(', ')}`);
  }
  const { CONTENT_TABLE, SITE_ID, SITE_ORIGIN } = parsed.data;
  return { contentTable: CONTENT_TABLE, siteId: SITE_ID, siteOrigin: SITE_ORIGIN };
};
