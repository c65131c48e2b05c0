import type * as z from 'zod/mini';
import { replySchemas } from '../../../shared/api/schemas.ts';
import { extractLinks } from '../mirror/extract-links.ts';
import { type Probe, ProbeError } from './probe.ts';

type Schemas = typeof replySchemas;

/** A reply of the API, by the schema of the contract. Throws `ProbeError` when it has another shape. */
export const readApi = async <Name extends keyof Schemas>(
  probe: Probe,
  path: string,
  name: Name,
): Promise<z.output<Schemas[Name]>> => {
  const parsed = replySchemas[name].safeParse(parsedJson(await probe.read(path, 'application/json')));
  if (!parsed.success) throw new ProbeError(`${path} has not the shape of ${name}.`);
  return parsed.data as z.output<Schemas[Name]>;
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The newest articles of the site. */
export const newestArticles = async (probe: Probe) =>
  (await readApi(probe, '/api/articles', 'PublicArticleList')).items;

/** The newest article that the home page links to; null while nothing is published. Throws `ProbeError` when it links to none. */
export const articleOnHomePage = async (probe: Probe) => {
  const articles = await newestArticles(probe);
  if (articles.length === 0) return null;
  const links = extractLinks(await probe.read('/', 'text/html'));
  const found = articles.find(({ url }) => links.includes(url));
  if (!found) throw new ProbeError('The home page links to none of the newest articles.');
  return found;
};
