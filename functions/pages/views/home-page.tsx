import { categoryPath } from '../../../shared/articles/article-path.ts';
import type { FeedItem } from '../../../shared/articles/live-article.ts';
import { sitePage } from '../../../shared/pages/layout.tsx';
import { Headlines, Story } from '../../../shared/pages/news.tsx';
import { leadPlace, storyPlace } from '../../../shared/pages/picture-places.ts';
import { ContactBox, NewsBox } from '../../../shared/pages/side-boxes.tsx';
import { LinksBox } from '../../../shared/pages/site-pages.tsx';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { Totals } from '../../../shared/visits/tally.ts';
import { DayBox } from './day-box.tsx';
import { feedOf } from './feed-link.ts';
import { type HomeSections, homeSections } from './home-sections.ts';
import { MostRead, type MostReadNews } from './most-read.tsx';

type Props = {
  site: SiteSettings;
  latest: readonly FeedItem[];
  mostRead: MostReadNews;
  totals: Totals | null;
  now: Date;
  origin: string;
};

/** The slug that wards give the category of notices. Its newest articles appear beside the lead story. */
const noticesSlug = 'thong-bao';
const boxLength = 6;

/** The home page: the newest story large, four beside it, then a section for each category. `latest` is newest first. */
export const homePage = ({ site, latest, mostRead, totals, now, origin }: Props): string => {
  const { lead, secondary, sections } = homeSections(latest, site.categories);
  const notices = latest.filter(({ category }) => category === noticesSlug).slice(0, boxLength);
  return sitePage({
    kind: 'home',
    site,
    now,
    totals,
    current: '/',
    head: {
      title: site.name,
      description: `${site.name}: tin tức, thông báo và thủ tục của ${site.agency}.`,
      canonical: `${origin}/`,
      alternates: [feedOf(site.name, origin)],
      meta: [
        ['og:type', 'website'],
        ['og:title', site.name],
        ['og:url', `${origin}/`],
        ['og:locale', 'vi_VN'],
      ],
      jsonLd: [
        { '@type': 'WebSite', name: site.name, url: `${origin}/`, inLanguage: 'vi' },
        agencyOf(site, origin),
      ],
    },
    main: (
      <>
        <h1 class="hidden">{site.name}</h1>
        {lead ? (
          <section class="top" aria-label="Tin mới nhất">
            <div class="lead">
              <Story item={lead} site={site} heading="h2" showsCategory place={leadPlace} />
            </div>
            {secondary.map((item) => (
              <Story item={item} site={site} heading="h2" showsCategory place={storyPlace} />
            ))}
          </section>
        ) : (
          <p class="empty">Chưa có tin nào được đăng. Mời bạn quay lại sau.</p>
        )}
        <div class="sections">
          {sections.map((section) => (
            <Section section={section} site={site} />
          ))}
        </div>
      </>
    ),
    side: (
      <>
        <NewsBox title="Thông báo mới" items={notices} />
        <MostRead news={mostRead} />
        <DayBox now={now} />
        <LinksBox links={site.links} />
        <ContactBox site={site} />
      </>
    ),
  });
};

type SectionProps = { section: HomeSections['sections'][number]; site: SiteSettings };

const Section = ({ section: { category, items }, site }: SectionProps) => {
  const [first, ...others] = items;
  return (
    <section class="section">
      <h2>
        <a href={categoryPath(category.slug)}>{category.name}</a>
      </h2>
      {first && <Story item={first} site={site} heading="h3" place={storyPlace} />}
      <Headlines items={others} />
      <p class="more">
        <a href={categoryPath(category.slug)}>
          Xem tất cả<span class="hidden"> tin của {category.name}</span>
        </a>
      </p>
    </section>
  );
};

const agencyOf = ({ agency, address, telephone, email }: SiteSettings, origin: string) => ({
  '@type': 'GovernmentOrganization',
  name: agency,
  url: `${origin}/`,
  ...(address && { address }),
  ...(telephone && { telephone }),
  ...(email && { email }),
});
