/** Resolves links as browsers do: `..`, `%2e%2e`, backslashes and white space are gone. https://url.spec.whatwg.org/#url-parsing */
const anyOrigin = 'https://site.invalid';

/** The path, with its query, that a link from the site's root names; null for one that leads to another site or is no URL. */
export const sitePathOf = (link: string): string | null => {
  const url = URL.parse(link, anyOrigin);
  return url?.origin === anyOrigin ? url.pathname + url.search : null;
};
