import * as z from 'zod/mini';

const commaSeparated = z.pipe(
  z.string(),
  z.transform((list) =>
    list
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  ),
);

/** The front matter of a demonstration article, between two lines of `---`. */
const frontMatter = z.strictObject({
  title: z.string().check(z.minLength(1)),
  summary: z.string(),
  category: z.string(),
  tags: commaSeparated,
  /** A picture name of `pictures.ts`, as in `gallery`. */
  cover: z.optional(z.string()),
  gallery: z._default(commaSeparated, []),
  author: z.string(),
  source: z.string(),
  publishedAt: z.pipe(
    z.iso.datetime({ offset: true }),
    z.transform((time) => new Date(time).toISOString()),
  ),
});
export type DemoArticle = z.infer<typeof frontMatter> & { body: string };

/** Parses the file of a demonstration article. Throws an error that names the invalid fields. */
export const readArticle = (text: string): DemoArticle => {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!parts) throw new Error('no front matter between two lines of ---');
  const [, head = '', body = ''] = parts;
  const fields = head.split('\n').map((row) => {
    const colon = row.indexOf(':');
    return [row.slice(0, colon).trim(), row.slice(colon + 1).trim()] as const;
  });
  const parsed = frontMatter.safeParse(Object.fromEntries(fields));
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys' ? `unknown: ${issue.keys.join(', ')}` : issue.path.join('.'),
    );
    throw new Error(names.join('; '));
  }
  return { ...parsed.data, body: body.trim() };
};
