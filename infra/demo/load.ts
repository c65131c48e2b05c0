import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportProgress } from '../cli/progress.ts';
import { loadPages } from './load-pages.ts';
import { loadPictures } from './load-pictures.ts';
import { loadVisits } from './load-visits.ts';
import { type OfficeApi, officeApi, type RunningPortal } from './office-api.ts';
import { demoPictures } from './pictures.ts';
import { type DemoArticle, readArticle } from './read-article.ts';

type Known = { id: string; version: number; title: string; status: 'draft' | 'published' | 'withdrawn' };
type Created = Known & { removed: { name: string }[] };

const articlesDirectory = join(import.meta.dirname, 'articles');
const siteFile = join(import.meta.dirname, 'site.json');
/** Articles that are created concurrently. */
const concurrency = 4;

/**
 * Gives a portal the settings and news of a fictional ward, through its admin API. Existing content stays: saved settings, published and
 * withdrawn articles. A draft that an interrupted start left is published.
 */
export const loadDemo = async (portal: RunningPortal) => {
  const api = officeApi(portal);
  await loadSettings(api);
  const known = new Map<string, Known>();
  for (const status of ['draft', 'withdrawn', 'published'] as const) {
    for (const article of await api.all<Known>(`/articles?status=${status}`))
      known.set(article.title, article);
  }

  const pictures = await loadPictures(api);
  const files = (await readdir(articlesDirectory)).sort();
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      reportProgress(
        `Creating the demonstration … ${files.length - waiting.length} of ${files.length} articles`,
      );
      await loadFile({ api, known, pictures }, file);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  await loadPages(api);
  await loadVisits(portal, api);
};

const loadSettings = async (api: OfficeApi) => {
  const { version } = await api.call('/settings');
  if (version > 0) return;
  const body: unknown = JSON.parse(await readFile(siteFile, 'utf8'));
  await api.call('/settings', { method: 'PUT', ifMatch: version, body });
};

type Context = {
  api: OfficeApi;
  /** Existing articles by title. */
  known: ReadonlyMap<string, Known>;
  /** Picture ids by name. */
  pictures: ReadonlyMap<string, string>;
};

const loadFile = async (context: Context, file: string) => {
  try {
    await load(context, readArticle(await readFile(join(articlesDirectory, file), 'utf8')));
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};

const load = async (context: Context, article: DemoArticle) => {
  const known = context.known.get(article.title);
  if (known && known.status !== 'draft') return;
  const draft = known ?? (await create(context, article));
  await context.api.call(`/articles/${draft.id}/publish`, {
    method: 'POST',
    ifMatch: draft.version,
    body: { publishedAt: article.publishedAt },
  });
};

const create = async ({ api, pictures }: Context, article: DemoArticle): Promise<Known> => {
  const { publishedAt, cover, gallery, ...content } = article;
  const idOf = (name: string) => {
    const id = pictures.get(name);
    if (id === undefined) throw new Error(`there is no picture ${name}`);
    return id;
  };
  const images = {
    cover: cover === undefined ? null : idOf(cover),
    gallery: gallery.map((name) => ({ image: idOf(name), caption: demoPictures[name]?.caption ?? '' })),
  };
  const { body } = await api.call<Created>('/articles', { method: 'POST', body: { ...content, ...images } });
  if (body.removed.length > 0) throw new Error(`not allowed in a body: ${JSON.stringify(body.removed)}`);
  return body;
};
