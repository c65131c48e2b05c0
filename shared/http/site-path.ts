import { controlCharacter } from '../text/characters.ts';

const anySite = 'https://site.invalid';

/**
 * A decoded path of this site as the value of a `Location` header: each segment encoded, one slash between two. Browsers cannot read it as
 * another host, and it is ASCII, as API Gateway requires.
 */
export const encodePath = (path: string): string =>
  `/${path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/')}`;

/** Whether a text is a link within this site as browsers read it (https://url.spec.whatwg.org/#url-parsing), without anything that they drop or rewrite. */
export const isSiteLink = (text: string): boolean => {
  if (!text.startsWith('/') || /[\s\\]/.test(text) || controlCharacter.test(text)) return false;
  const url = URL.parse(text, anySite);
  return url !== null && url.origin === anySite && !url.pathname.includes('//');
};
