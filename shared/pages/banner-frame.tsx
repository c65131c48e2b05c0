import type { ComponentChildren } from 'preact';
import { imagePath } from '../images/image.ts';
import type { SiteSettings } from '../site/settings.ts';
import { Emblem } from './emblem.tsx';

/** The picture and the name of the site, around what a page has beside them. */
export const BannerFrame = ({ site, children }: { site: SiteSettings; children?: ComponentChildren }) => (
  <header class={site.banner ? 'banner picture-banner' : 'banner'}>
    {site.banner && <img src={imagePath(site.banner)} alt="" decoding="async" />}
    <div class="frame">
      <a class="home" href="/">
        <Emblem />
        <span>
          {site.superior && <span class="superior">{site.superior}</span>}
          <span class="site-name">{site.name}</span>
        </span>
      </a>
      {children}
    </div>
  </header>
);
