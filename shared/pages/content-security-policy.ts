import { createHash } from 'node:crypto';
import { compactCss } from './compact-css.ts';
import styles from './styles.css';

/** The one stylesheet of all pages, as it stands in each. */
export const pageStyles = compactCss(styles);

const styleHash = createHash('sha256').update(pageStyles).digest('base64');

/** What a page may load: its own stylesheet, by its hash, and images of the site. No script at all. https://www.w3.org/TR/CSP3/ */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
