import { SaxesParser } from 'saxes';
import type { ReadResult } from './read-jsonl.ts';
import { isPost, postToRecord, type WordpressItem } from './wordpress-post.ts';

/** Characters read of one element: more is no article. */
const textLimit = 2_000_000;

/** Reads the posts of a WordPress export file (WXR), in order. Ends with a reason when the file is not well-formed XML or not UTF-8. */
export async function* readWxr(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<ReadResult> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = wxrParser();
  let failure: string | null = null;
  let postNumber = 0;

  const takePosts = function* (): Generator<ReadResult> {
    for (const item of parser.takeItems()) {
      if (!isPost(item)) continue;
      postNumber += 1;
      const location = `${file}: post ${item.fields['wp:post_id'] ?? postNumber}`;
      yield { location, ...postToRecord(item, parser.siteUrl()) };
    }
  };
  for await (const chunk of chunks) {
    try {
      parser.write(decoder.decode(chunk, { stream: true }));
    } catch {
      failure = 'not UTF-8: convert the file first';
    }
    failure = parser.error() ?? failure;
    yield* takePosts();
    if (failure) break;
  }
  if (!failure) parser.close();
  yield* takePosts();
  failure ??= parser.error();
  if (failure) yield { location: file, reason: failure };
}

/** A streaming parser that collects the items of a WXR file. */
const wxrParser = () => {
  const parser = new SaxesParser();
  const items: WordpressItem[] = [];
  let error: string | null = null;
  let siteUrl = '';
  let item: WordpressItem | null = null;
  let attributes: Record<string, string> = {};
  let text = '';

  parser.on('error', ({ message }) => {
    error ??= `not well-formed XML: ${message}`;
  });
  parser.on('opentag', (tag) => {
    text = '';
    attributes = tag.attributes as Record<string, string>;
    if (tag.name === 'item') item = { fields: {}, categories: [] };
  });
  const appendText = (part: string) => {
    if (text.length < textLimit) text += part;
  };
  parser.on('text', appendText);
  parser.on('cdata', appendText);
  parser.on('closetag', ({ name }) => {
    if (name === 'item' && item) {
      items.push(item);
      item = null;
    } else if (item && name === 'category') {
      const { domain = '', nicename = '' } = attributes;
      item.categories.push({ domain, slug: nicename, name: text.trim() });
    } else if (item) item.fields[name] = text;
    else if (name === 'link') siteUrl ||= text.trim();
    text = '';
  });

  return {
    write: (xml: string) => parser.write(xml),
    close: () => parser.close(),
    error: () => error,
    siteUrl: () => siteUrl,
    /** Removes and returns the items parsed so far. */
    takeItems: () => items.splice(0),
  };
};
