import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateXML } from 'xmllint-wasm';

const schemaDirectory = join(import.meta.dirname, '../e2e/conformance');
/** The schema of https://www.sitemaps.org/protocol.html, as the library ships it. */
const sitemapSchema = join(
  dirname(fileURLToPath(import.meta.resolve('sitemap/package.json'))),
  'schema/sitemap.xsd',
);

const schemas = {
  rss: ['relaxng', join(schemaDirectory, 'rss.rng')],
  'sitemap-index': ['relaxng', join(schemaDirectory, 'sitemap-index.rng')],
  'news-sitemap': ['relaxng', join(schemaDirectory, 'news-sitemap.rng')],
  sitemap: ['schema', sitemapSchema],
} as const;

/** Errors of libxml2 by one of our schemas; empty when the document is valid. */
export const xmlErrors = async (kind: keyof typeof schemas, xml: string): Promise<string[]> => {
  const [extension, file] = schemas[kind];
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    extension,
    schema: [await readFile(file, 'utf8')],
  });
  return errors.map(({ message }) => message);
};
