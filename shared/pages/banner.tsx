import type { ComponentChildren } from 'preact';
import { imagePath } from '../images/image.ts';
import type { SiteSettings } from '../site/settings.ts';
import { weekdayText } from './dates.ts';
import { DisplaySettings } from './display-settings.tsx';
import { Emblem } from './emblem.tsx';
import { SearchBox } from './search-box.tsx';

type Props = {
  site: SiteSettings;
  now: Date;
  /** The query that the page answers, if it does. */
  searched: string | undefined;
};

/** The banner: the site's name, the date, and the search box. */
export const Banner = ({ site, now, searched }: Props) => (
  <BannerFrame site={site}>
    <SearchBox text={searched} />
    <div class="banner-side">
      <p class="today">{weekdayText(now)}</p>
      <DisplaySettings />
    </div>
  </BannerFrame>
);

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
