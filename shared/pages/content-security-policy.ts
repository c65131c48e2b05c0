import { createHash } from 'node:crypto';
import type { SiteSettings } from '../site/settings.ts';
import { emcOrigin, emcScript } from './emc.tsx';
import {
  articleScript,
  displayScript,
  galleryScript,
  suggestionsScript,
  themeScript,
  visitsScript,
} from './scripts.ts';
import { stylesheets } from './stylesheet.ts';
import { badgeOrigin } from './trust-badge.tsx';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Sources that every page may load: our stylesheets and scripts, by their hashes, and images of the site. https://www.w3.org/TR/CSP3/ */
const sources = {
  'default-src': ["'none'"],
  'style-src': Object.values(stylesheets).map(hash),
  'script-src': [
    themeScript,
    displayScript,
    articleScript,
    galleryScript,
    suggestionsScript,
    visitsScript,
  ].map(hash),
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};
type More = Partial<Record<keyof typeof sources, readonly string[]>>;

const policyWith = (...additions: More[]): string =>
  Object.entries(sources)
    .map(([name, own]) => {
      const more = additions.flatMap((addition) => addition[name as keyof typeof sources] ?? []);
      return [name, ...own, ...more].join(' ');
    })
    .join('; ');

/** The policy of a page without a site's settings. */
export const contentSecurityPolicy = policyWith();

/** The policy of a site's pages: with the hosts of the trust badge and EMC where the settings use them. */
export const policyOfSite = ({
  trustBadge,
  emcSiteId,
}: Pick<SiteSettings, 'trustBadge' | 'emcSiteId'>): string =>
  policyWith(
    trustBadge === null ? {} : { 'img-src': [badgeOrigin] },
    emcSiteId === ''
      ? {}
      : {
          'script-src': [hash(emcScript(emcSiteId)), emcOrigin],
          'connect-src': [emcOrigin],
          'img-src': [emcOrigin],
        },
  );
