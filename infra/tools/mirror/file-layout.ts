/** The path of an image without a size: a JPEG next to the folder with its sizes. */
const originalImage = /^\/images\/[0-9a-z]+$/;

/** The file for a path, named so that any web server finds it. The query of a list's page becomes part of the name. */
export const fileOf = (url: string, contentType: string): string => {
  const [path = '/', query] = url.split('?');
  const name = path.replace(/^\/|\/$/g, '');
  if (contentType.startsWith('text/html')) {
    return [name, ...(query ? [nameOfQuery(query)] : []), 'index.html'].filter(Boolean).join('/');
  }
  if (contentType.startsWith('application/json')) {
    return `${name}${query ? `/${nameOfQuery(query)}` : ''}.json`;
  }
  return originalImage.test(path) ? `${name}.jpg` : name;
};

/** Rewrites the links of a page whose path differs from its file: pages of lists, and images without a size. */
export const linkToFiles = (html: string): string =>
  html
    .replace(
      /(href="\/[^"?#]*)\?([^"#]*)"/g,
      (_, path: string, query: string) => `${path}/${nameOfQuery(query)}/"`,
    )
    .replace(/(src="\/images\/[0-9a-z]+)"/g, '$1.jpg"');

const nameOfQuery = (query: string) => query.replaceAll('&amp;', '&').replace(/[^\w-]+/g, '-');
