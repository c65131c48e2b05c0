import { imagePath } from '../images/image.ts';
import type { SiteSettings } from '../site/settings.ts';
import { weekdayText } from './dates.ts';
import { Display } from './display.tsx';
import { Emblem } from './emblem.tsx';

/** Whose site this is. */
export const Banner = ({ site, now }: { site: SiteSettings; now: Date }) => (
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
      <div class="banner-side">
        <p class="today">{weekdayText(now)}</p>
        <Display />
      </div>
    </div>
  </header>
);
