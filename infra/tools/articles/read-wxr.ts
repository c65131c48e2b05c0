import { SaxesParser } from 'saxes';
import { isOldUrl } from '../../../shared/articles/old-url.ts';
import { type ReadResult, validateLine } from './read-jsonl.ts';
import { stableId } from './stable-id.ts';
import { oldEncodingOf } from './text-encoding.ts';

type Item = {
  fields: Record<string, string>;
  categories: { domain: string; slug: string; name: string }[];
};

/** Characters of an element that are read: a longer one is no article. */
const textLimit = 2_000_000;

/** WordPress's post statuses as ours: https://wordpress.org/documentation/article/post-status/. Others are skipped. */
const statuses: Record<string, string> = {
  publish: 'published',
  future: 'published',
  pending: 'in_review',
  draft: 'draft',
  private: 'draft',
};

/** Reads the posts of a WordPress export (WXR) in order; pages, attachments and menus are skipped. Throws when it is no XML. */
export async function* readWxr(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<ReadResult> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser();
  const ready: Item[] = [];
  let failure: string | null = null;
  let site = '';
  let item: Item | null = null;
  let attributes: Record<string, string> = {};
  let text = '';
  let number = 0;

  parser.on('error', ({ message }) => {
    failure ??= `no XML: ${message}`;
  });
  parser.on('opentag', (tag) => {
    text = '';
    attributes = tag.attributes as Record<string, string>;
    if (tag.name === 'item') item = { fields: {}, categories: [] };
  });
  const add = (part: string) => {
    if (text.length < textLimit) text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    if (name === 'item' && item) {
      ready.push(item);
      item = null;
    } else if (item && name === 'category') {
      const { domain = '', nicename = '' } = attributes;
      item.categories.push({ domain, slug: nicename, name: text.trim() });
    } else if (item) item.fields[name] = text;
    else if (name === 'link') site ||= text.trim();
    text = '';
  });

  const drain = function* (): Generator<ReadResult> {
    for (const post of ready.splice(0)) {
      if (post.fields['wp:post_type'] !== 'post' || post.fields['wp:status'] === 'trash') continue;
      number += 1;
      const where = `${file}: post ${post.fields['wp:post_id'] ?? number}`;
      yield { where, ...toLine(post, site) };
    }
  };
  for await (const chunk of chunks) {
    try {
      parser.write(decoder.decode(chunk, { stream: true }));
    } catch {
      failure ??= 'not UTF-8: convert the file first';
    }
    yield* drain();
    if (failure) break;
  }
  if (!failure) parser.close();
  yield* drain();
  if (failure) yield { where: file, refused: failure };
}

const toLine = ({ fields, categories }: Item, site: string) => {
  const body = paragraphs(fields['content:encoded'] ?? '');
  const old = oldEncodingOf(`${fields.title} ${body}`);
  if (old) return { refused: `written in ${old}, not in Unicode: convert the file first` };
  const isPublic = ['publish', 'future'].includes(fields['wp:status'] ?? '');
  const [publishedAt, updatedAt] = [fields['wp:post_date_gmt'], fields['wp:post_modified_gmt']].map(instant);
  const link = fields.link?.trim() ?? '';
  return validateLine({
    id: stableId(`${site}|${fields['wp:post_id']}`, publishedAt),
    title: fields.title?.trim() ?? '',
    body,
    summary: (fields['excerpt:encoded'] ?? '')
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .slice(0, 1000),
    category: categories.find(({ domain }) => domain === 'category')?.slug ?? '',
    tags: [
      ...new Set(categories.filter(({ domain }) => domain === 'post_tag').map(({ name }) => name)),
    ].slice(0, 10),
    author: fields['dc:creator']?.trim() ?? '',
    // Addresses by number (`/?p=5`) cannot redirect: see `oldUrl`.
    oldUrls: isOldUrl(link) ? [link] : [],
    status: statuses[fields['wp:status'] ?? ''] ?? 'draft',
    ...(isPublic && publishedAt && { publishedAt }),
    ...(isPublic && publishedAt && updatedAt && updatedAt > publishedAt && { updatedAt }),
  });
};

/** `2021-10-22 01:30:00` in UTC; zeros mean no time. */
const instant = (text: string | undefined) => {
  const date = new Date(`${text?.trim().replace(' ', 'T')}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

/** WordPress stores paragraphs as empty lines, and its blocks as comments. */
const paragraphs = (content: string) => {
  const html = content.replace(/<!--[\s\S]*?-->/g, '').trim();
  if (/<(p|h\d|ul|ol|table|figure|blockquote|div)\b/i.test(html)) return html;
  return html
    .split(/\n\s*\n/)
    .map((text) => `<p>${text.trim().replace(/\n/g, '<br>')}</p>`)
    .join('\n');
};
