import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tell } from '../progress.ts';
import { type OfficeApi, officeApi, type RunningPortal } from './office-api.ts';
import { type DemoArticle, readArticle } from './read-article.ts';

type Known = { id: string; version: number; title: string; status: 'draft' | 'published' | 'withdrawn' };
type Created = Known & { removed: { name: string }[] };

const articlesDirectory = join(import.meta.dirname, 'articles');
const siteFile = join(import.meta.dirname, 'site.json');
/** Articles on their way at once. */
const concurrency = 4;

/**
 * Gives a portal the settings and the news of a fictional ward, through its admin API. What is there already stays:
 * the settings of an admin, an article that was published or withdrawn; a draft left by an earlier start is published.
 */
export const loadDemo = async (portal: RunningPortal) => {
  const api = officeApi(portal);
  await loadSettings(api);
  const known = new Map<string, Known>();
  for (const status of ['draft', 'withdrawn', 'published'] as const) {
    for (const article of await api.all<Known>(`/articles?status=${status}`))
      known.set(article.title, article);
  }

  const files = (await readdir(articlesDirectory)).sort();
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      tell(`Creating the demonstration … ${files.length - waiting.length} of ${files.length} articles`);
      await loadFile(api, known, file);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
};

const loadSettings = async (api: OfficeApi) => {
  const { version } = await api.call('/settings');
  if (version > 0) return;
  const body: unknown = JSON.parse(await readFile(siteFile, 'utf8'));
  await api.call('/settings', { method: 'PUT', ifMatch: version, body });
};

const loadFile = async (api: OfficeApi, known: ReadonlyMap<string, Known>, file: string) => {
  try {
    const article = readArticle(await readFile(join(articlesDirectory, file), 'utf8'));
    await load(api, article, known.get(article.title));
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};

const load = async (api: OfficeApi, { publishedAt, ...content }: DemoArticle, known: Known | undefined) => {
  if (known && known.status !== 'draft') return;
  const draft = known ?? (await create(api, content));
  await api.call(`/articles/${draft.id}/publish`, {
    method: 'POST',
    ifMatch: draft.version,
    body: { publishedAt },
  });
};

const create = async (api: OfficeApi, content: Omit<DemoArticle, 'publishedAt'>): Promise<Known> => {
  const { body } = await api.call<Created>('/articles', { method: 'POST', body: content });
  if (body.removed.length > 0) throw new Error(`not allowed in a body: ${JSON.stringify(body.removed)}`);
  return body;
};
