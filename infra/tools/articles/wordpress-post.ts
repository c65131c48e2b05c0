import { isOldUrl } from '../../../shared/articles/old-url.ts';
import { parseRecord } from './article-record.ts';
import { deterministicUlid } from './deterministic-ulid.ts';
import { detectLegacyEncoding } from './text-encoding.ts';

/** An item of a WordPress export: element texts by name, and its categories and tags. */
export type WordpressItem = {
  fields: Record<string, string>;
  categories: { domain: string; slug: string; name: string }[];
};

/** Limits of the API. */
const summaryLength = 1000;
const tagLimit = 10;

/** WordPress statuses (https://wordpress.org/documentation/article/post-status/) as ours. */
const statuses: Record<string, string> = {
  publish: 'published',
  future: 'published',
  pending: 'in_review',
  draft: 'draft',
  private: 'draft',
};

/** Whether an item is a post outside the trash. Pages, attachments and menus are items too. */
export const isPost = ({ fields }: WordpressItem): boolean =>
  fields['wp:post_type'] === 'post' && fields['wp:status'] !== 'trash';

/** Maps a post to an article record. `site` is the URL of the WordPress site, part of the article's id. */
export const postToRecord = ({ fields, categories }: WordpressItem, site: string) => {
  const body = toParagraphs(fields['content:encoded'] ?? '');
  const legacy = detectLegacyEncoding(`${fields.title} ${body}`);
  if (legacy) return { reason: `written in ${legacy}, not in Unicode: convert the file first` };
  const isPublic = ['publish', 'future'].includes(fields['wp:status'] ?? '');
  const publishedAt = parseGmt(fields['wp:post_date_gmt']);
  const updatedAt = parseGmt(fields['wp:post_modified_gmt']);
  const link = fields.link?.trim() ?? '';
  const tags = categories.filter(({ domain }) => domain === 'post_tag').map(({ name }) => name);
  return parseRecord({
    id: deterministicUlid(`${site}|${fields['wp:post_id']}`, publishedAt),
    title: fields.title?.trim() ?? '',
    body,
    summary: (fields['excerpt:encoded'] ?? '')
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .slice(0, summaryLength),
    category: categories.find(({ domain }) => domain === 'category')?.slug ?? '',
    tags: [...new Set(tags)].slice(0, tagLimit),
    author: fields['dc:creator']?.trim() ?? '',
    // URLs with a query (`/?p=5`) cannot be redirected: see `oldUrl`.
    oldUrls: isOldUrl(link) ? [link] : [],
    status: statuses[fields['wp:status'] ?? ''] ?? 'draft',
    ...(isPublic && publishedAt && { publishedAt }),
    ...(isPublic && publishedAt && updatedAt && updatedAt > publishedAt && { updatedAt }),
  });
};

/** Parses `2021-10-22 01:30:00` in UTC to ISO 8601; undefined for the zeros that WordPress writes for no time. */
const parseGmt = (text: string | undefined) => {
  const date = new Date(`${text?.trim().replace(' ', 'T')}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

/** Removes block comments, and turns empty lines into paragraphs: WordPress's classic editor stores no `<p>`. */
const toParagraphs = (content: string) => {
  const html = content.replace(/<!--[\s\S]*?-->/g, '').trim();
  if (/<(p|h\d|ul|ol|table|figure|blockquote|div)\b/i.test(html)) return html;
  return html
    .split(/\n\s*\n/)
    .map((text) => `<p>${text.trim().replace(/\n/g, '<br>')}</p>`)
    .join('\n');
};
