import type { SiteSettings } from '../site/settings.ts';
import { weekdayText } from './dates.ts';
import { Emblem } from './emblem.tsx';

/** Whose site this is. */
export const Banner = ({ site, now }: { site: SiteSettings; now: Date | undefined }) => (
  <header class="banner">
    <div class="frame">
      <a class="home" href="/">
        <Emblem />
        <span>
          {site.superior && <span class="superior">{site.superior}</span>}
          <span class="site-name">{site.name}</span>
        </span>
      </a>
      {now && <p class="today">{weekdayText(now)}</p>}
    </div>
  </header>
);
