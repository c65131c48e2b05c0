import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));
const variables = {
  SITE_ID: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** `https://phuong.example.vn`: what absolute links begin with. */
  SITE_ORIGIN: z.string().check(z.regex(/^https?:\/\/[a-z0-9.:-]+$/)),
  CONTENT_TABLE: name,
  ACTIVITY_TABLE: name,
  VISITS_TABLE: name,
  IMAGES_BUCKET: name,
  DISTRIBUTION_ID: name,
  PUT_ASIDE_QUEUE_URL: name,
  SEARCH_BUCKET: name,
};
type Variables = { [Name in keyof typeof variables]: string };

/** Some of what the stack tells a function. Read once, when the function loads; a variable that is missing stops it by name. */
export const readEnv = <Name extends keyof Variables>(
  names: readonly Name[],
  env: NodeJS.ProcessEnv = process.env,
): Pick<Variables, Name> => {
  const read = names.map((key) => ({ key, parsed: variables[key].safeParse(env[key]) }));
  const wrong = read.filter(({ parsed }) => !parsed.success).map(({ key }) => key);
  if (wrong.length > 0) throw new Error(`Missing or invalid environment variable: ${wrong.join(', ')}`);
  const found = read.flatMap(({ key, parsed }) => (parsed.success ? [[key, parsed.data]] : []));
  return Object.fromEntries(found) as Pick<Variables, Name>;
};
