import { useState } from 'preact/hooks';
import { Alert } from '../../../../shared/pages/alert.tsx';
import { BannerFrame } from '../../../../shared/pages/banner-frame.tsx';
import { weekdayText } from '../../../../shared/pages/dates.ts';
import { Footer } from '../../../../shared/pages/footer.tsx';
import { Navigation } from '../../../../shared/pages/navigation.tsx';
import { ContactBox } from '../../../../shared/pages/side-boxes.tsx';
import { LinksBox } from '../../../../shared/pages/site-pages.tsx';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { PreviewFrame, type PreviewWidth } from '../ui/preview-frame.tsx';
import { PreviewWidths } from '../ui/preview-widths.tsx';

/** What surrounds the news of every page, as it would be with some settings. */
export const SitePreview = ({ site, now }: { site: SiteSettings; now: Date }) => {
  const [width, setWidth] = useState<PreviewWidth>('phone');
  return (
    <section class={`preview-pane ${width}`} aria-label="Xem trước">
      <PreviewWidths width={width} onWidth={setWidth} />
      <PreviewFrame title="Trang như người đọc thấy" width={width}>
        <Page site={site} now={now} />
      </PreviewFrame>
    </section>
  );
};

// Without the search box and the counter, whose inline scripts the console's policy refuses.
const Page = ({ site, now }: { site: SiteSettings; now: Date }) => (
  <>
    <BannerFrame site={site}>
      <p class="today">{weekdayText(now)}</p>
    </BannerFrame>
    {/* The alert is shown whenever it begins. */}
    <Alert alert={site.alert} now={site.alert ? new Date(site.alert.from) : now} />
    <Navigation categories={site.categories} current="/" />
    <div class="frame page">
      <main>
        <p class="empty">Tin bài hiện ở đây.</p>
      </main>
      <aside>
        <LinksBox links={site.links} />
        <ContactBox site={site} />
      </aside>
    </div>
    <Footer site={{ ...site, trustBadge: null }}>
      <section class="visits" />
    </Footer>
  </>
);
