import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PortalClient } from '../../shared/api/client.ts';
import type { SitePage } from '../../shared/site/settings.ts';
import { listArticles, publishDraft } from './admin-api.ts';
import { type DemoArticle, readArticle } from './read-article.ts';

const directory = join(import.meta.dirname, 'pages');

/** The menu entries of the static pages, in order. A page's file is named after its slug. */
const menu: readonly Omit<SitePage, 'article'>[] = [
  { slug: 'gioi-thieu', name: 'Giới thiệu', language: 'vi', translationOf: '' },
  { slug: 'to-chuc-lien-he', name: 'Tổ chức và liên hệ', language: 'vi', translationOf: '' },
  { slug: 'quyen-rieng-tu', name: 'Quyền riêng tư', language: 'vi', translationOf: '' },
  { slug: 'kha-nang-tiep-can', name: 'Khả năng tiếp cận', language: 'vi', translationOf: '' },
  { slug: 'about', name: 'About us', language: 'en', translationOf: 'gioi-thieu' },
];

/** Publishes the static pages of the fictional ward and adds them to its settings, unless the settings list pages already. */
export const loadPages = async (client: PortalClient) => {
  const { body: settings, version } = await client.call('GET /api/admin/settings');
  // A version above 1 was saved by an admin.
  if (settings.pages.length > 0 || (version ?? 0) > 1) return;
  const published = await listArticles(client, 'published');
  const ids = new Map<string, string>();
  for (const file of await readdir(directory)) {
    const page = readArticle(await readFile(join(directory, file), 'utf8'));
    const existing = published.find(({ title }) => title === page.title);
    ids.set(basename(file, '.html'), existing?.id ?? (await publishPage(client, page)));
  }
  const pages = menu.map((entry) => ({ ...entry, article: ids.get(entry.slug) ?? '' }));
  await client.call('PUT /api/admin/settings', { ifMatch: version ?? 0, body: { ...settings, pages } });
};

const publishPage = async (client: PortalClient, page: DemoArticle): Promise<string> => {
  const { publishedAt, cover: _, gallery: __, ...content } = page;
  const { body: draft } = await client.call('POST /api/admin/articles', { body: content });
  await publishDraft(client, draft, publishedAt);
  return draft.id;
};
