import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SitePage, SiteSettings } from '../../shared/site/settings.ts';
import type { OfficeApi } from './office-api.ts';
import { readArticle } from './read-article.ts';

const directory = join(import.meta.dirname, 'pages');

type Known = { id: string; version: number; title: string };

/** The menu of static pages, in order. A page's file has the name of its slug. */
const menu: readonly Omit<SitePage, 'article'>[] = [
  { slug: 'gioi-thieu', name: 'Giới thiệu', language: 'vi', translationOf: '' },
  { slug: 'to-chuc-lien-he', name: 'Tổ chức và liên hệ', language: 'vi', translationOf: '' },
  { slug: 'quyen-rieng-tu', name: 'Quyền riêng tư', language: 'vi', translationOf: '' },
  { slug: 'kha-nang-tiep-can', name: 'Khả năng tiếp cận', language: 'vi', translationOf: '' },
  { slug: 'about', name: 'About us', language: 'en', translationOf: 'gioi-thieu' },
];

/** Publishes the static pages of the fictional ward, and adds them to settings that have none. */
export const loadPages = async (api: OfficeApi) => {
  const { body: settings, version } = await api.call<SiteSettings>('/settings');
  // Later versions of the settings are an admin's.
  if (settings.pages.length > 0 || version > 1) return;
  const published = await api.all<Known>('/articles?status=published');
  const ids = new Map<string, string>();
  for (const file of await readdir(directory)) {
    const {
      publishedAt,
      cover: _,
      gallery: __,
      ...content
    } = readArticle(await readFile(join(directory, file), 'utf8'));
    const known = published.find(({ title }) => title === content.title);
    ids.set(basename(file, '.html'), known?.id ?? (await publish(api, content, publishedAt)));
  }
  const pages = menu.map((entry) => ({ ...entry, article: ids.get(entry.slug) }));
  await api.call('/settings', { method: 'PUT', ifMatch: version, body: { ...settings, pages } });
};

const publish = async (api: OfficeApi, content: object, publishedAt: string): Promise<string> => {
  const { body } = await api.call<Known>('/articles', { method: 'POST', body: content });
  await api.call(`/articles/${body.id}/publish`, {
    method: 'POST',
    ifMatch: body.version,
    body: { publishedAt },
  });
  return body.id;
};
