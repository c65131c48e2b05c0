import { withoutControls } from '../text/characters.ts';

/** A link that leaves the site passes no rank on: planted gambling links are after nothing else. */
const externalLink = { rel: 'nofollow noopener' };

/** `https:path` is a path where the page came by https and a host where it came by http, so both are asked. */
const ownOrigins = ['https://site.invalid', 'http://site.invalid'];

/** The attributes of a link, its address without the characters that browsers strip: https://url.spec.whatwg.org/#concept-basic-url-parser */
export const linkAttributes = (href: string): Record<string, string> => {
  const stripped = withoutControls(href)
    .replace(/[\t\n]/g, '')
    .trim();
  return { href: stripped, ...(leavesSite(stripped) && externalLink) };
};

const leavesSite = (href: string) =>
  ownOrigins.some((origin) => {
    const url = parsedUrl(href, origin);
    return url !== null && /^https?:$/.test(url.protocol) && url.host !== 'site.invalid';
  });

/** `URL.parse`, which browsers before 2024 lack: https://developer.mozilla.org/docs/Web/API/URL/parse_static */
const parsedUrl = (href: string, base: string): URL | null => {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
};
