import type { SiteSettings } from '../site/settings.ts';
import { BannerFrame } from './banner-frame.tsx';
import { weekdayText } from './dates.ts';
import { DisplaySettings } from './display-settings.tsx';
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
