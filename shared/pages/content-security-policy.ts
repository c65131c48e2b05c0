import { createHash } from 'node:crypto';
import { compactCss } from './compact-css.ts';
import gallery from './gallery.inline.js';
import { stylesheet } from './stylesheet.ts';
import suggestions from './suggestions.inline.js';
import visits from './visits.inline.js';

/** The one stylesheet of all pages, as it stands in each. */
export const pageStyles = compactCss(stylesheet);

/** A script without the lines that are only for whoever reads it here. */
const compactScript = (script: string) => script.replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s*/g, '\n');

/** The script of pages that have a gallery, and those of every page. */
export const galleryScript = compactScript(gallery);
export const visitsScript = compactScript(visits);
export const suggestionsScript = compactScript(suggestions);

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a page may load: its own stylesheet and scripts, by their hashes, and images of the site; what it may call is the site. https://www.w3.org/TR/CSP3/ */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${hash(pageStyles)}`,
  `script-src ${hash(galleryScript)} ${hash(visitsScript)} ${hash(suggestionsScript)}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
