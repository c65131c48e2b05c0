import { Parser } from 'htmlparser2';

/** Addresses that are not mirrored: they need a server, or are private. */
const excluded = /^\/(api\/visits|api\/admin|admin|tim-kiem)(\/|\?|$)/;

/** The addresses within the site that a page links to or shows, each once: links, pictures in every size, feeds. */
export const siteLinks = (html: string): string[] => {
  const found = new Set<string>();
  const add = (address: string | undefined) => {
    // One slash: two lead to another site.
    if (address && /^\/(?!\/)/.test(address) && !excluded.test(address))
      found.add(address.replace(/#.*$/, ''));
  };
  const parser = new Parser({
    onopentag: (_, { href, src, srcset }) => {
      add(href);
      add(src);
      for (const candidate of srcset?.split(',') ?? []) add(candidate.trim().split(' ')[0]);
    },
  });
  parser.end(html);
  return [...found];
};

/** The file of an address, so that any web server finds it. A page of a list has a query, which no file name can have. */
export const fileOf = (address: string, contentType: string): string => {
  const [path = '/', query] = address.split('?');
  const name = path.replace(/^\/|\/$/g, '');
  if (contentType.startsWith('text/html')) {
    return [name, ...(query ? [listPage(query)] : []), 'index.html'].filter(Boolean).join('/');
  }
  if (contentType.startsWith('application/json')) return `${name}${query ? `/${listPage(query)}` : ''}.json`;
  return plainImage.test(path) ? `${name}.jpg` : name;
};

/** The address of an image without a size: a JPEG, beside a folder of the same name. */
const plainImage = /^\/images\/[0-9a-z]+$/;

/** A page with links to files where an address is none: pages of lists, and images without a size. */
export const withFileLinks = (html: string): string =>
  html
    .replace(
      /(href="\/[^"?#]*)\?([^"#]*)"/g,
      (_, path: string, query: string) => `${path}/${listPage(query)}/"`,
    )
    .replace(/(src="\/images\/[0-9a-z]+)"/g, '$1.jpg"');

const listPage = (query: string) => query.replaceAll('&amp;', '&').replace(/[^\w-]+/g, '-');
