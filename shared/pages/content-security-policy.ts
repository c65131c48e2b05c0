import { createHash } from 'node:crypto';
import { compactCss } from './compact-css.ts';
import gallery from './gallery.inline.js';
import { stylesheet } from './stylesheet.ts';

/** The one stylesheet of all pages, as it stands in each. */
export const pageStyles = compactCss(stylesheet);

/** The one script, as it stands in pages that have a gallery. */
export const galleryScript = gallery.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s*/g, '\n');

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a page may load: its own stylesheet and script, by their hashes, and images of the site. https://www.w3.org/TR/CSP3/ */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${hash(pageStyles)}`,
  `script-src ${hash(galleryScript)}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
