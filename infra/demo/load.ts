import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PortalClient } from '../../shared/api/client.ts';
import { siteSettings } from '../../shared/site/settings.ts';
import { reportProgress } from '../cli/progress.ts';
import { adminClient, listArticles, publishDraft, type RunningPortal } from './admin-api.ts';
import { loadPages } from './load-pages.ts';
import { loadPictures } from './load-pictures.ts';
import { loadVisits } from './load-visits.ts';
import { demoPictures } from './pictures.ts';
import { type DemoArticle, readArticle } from './read-article.ts';

type ExistingArticle = Awaited<ReturnType<typeof listArticles>>[number];

const articlesDirectory = join(import.meta.dirname, 'articles');
const siteFile = join(import.meta.dirname, 'site.json');
/** The site whose settings and articles these are. */
export const demoSite = 'hac-van';
/** Articles loaded in parallel. */
const concurrency = 4;

/**
 * Loads the settings, articles, pages and visits of a fictional ward through the admin API. Skips what exists:
 * saved settings, published and withdrawn articles. Publishes drafts that an interrupted load left behind.
 */
export const loadDemo = async (portal: RunningPortal) => {
  const client = adminClient(portal);
  await loadSettings(client);
  const existing = new Map<string, ExistingArticle>();
  for (const status of ['draft', 'withdrawn', 'published'] as const) {
    for (const article of await listArticles(client, status)) existing.set(article.title, article);
  }

  const pictures = await loadPictures(client);
  const files = (await readdir(articlesDirectory)).sort();
  const queue = [...files];
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      reportProgress(
        `Creating the demonstration … ${files.length - queue.length} of ${files.length} articles`,
      );
      await loadFile({ client, existing, pictures }, file);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await loadPages(client);
  await loadVisits(portal, client);
};

const loadSettings = async (client: PortalClient) => {
  const { version } = await client.call('GET /api/admin/settings');
  if (version !== null) return;
  const body = siteSettings.parse(JSON.parse(await readFile(siteFile, 'utf8')));
  await client.call('PUT /api/admin/settings', { ifMatch: 0, body });
};

type Context = {
  client: PortalClient;
  /** Articles of the portal by title. */
  existing: ReadonlyMap<string, ExistingArticle>;
  /** Image ids by picture name. */
  pictures: ReadonlyMap<string, string>;
};

const loadFile = async (context: Context, file: string) => {
  try {
    await loadArticle(context, readArticle(await readFile(join(articlesDirectory, file), 'utf8')));
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
};

const loadArticle = async (context: Context, article: DemoArticle) => {
  const existing = context.existing.get(article.title);
  if (existing && existing.status !== 'draft') return;
  const draft = existing ?? (await createDraft(context, article));
  await publishDraft(context.client, draft, article.publishedAt);
};

const createDraft = async ({ client, pictures }: Context, article: DemoArticle) => {
  const { publishedAt, cover, gallery, ...content } = article;
  const imageId = (name: string) => {
    const id = pictures.get(name);
    if (id === undefined) throw new Error(`there is no picture ${name}`);
    return id;
  };
  const images = {
    cover: cover === undefined ? null : imageId(cover),
    gallery: gallery.map((name) => ({ image: imageId(name), caption: demoPictures[name]?.caption ?? '' })),
  };
  const { body } = await client.call('POST /api/admin/articles', { body: { ...content, ...images } });
  const { removed = [] } = body;
  if (removed.length > 0) throw new Error(`not allowed in a body: ${JSON.stringify(removed)}`);
  return body;
};
