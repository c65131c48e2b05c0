import { categoryPath } from '../../../shared/articles/article-path.ts';
import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { dayPath, monthPath } from '../../../shared/pages/calendar-paths.ts';
import { monthWords } from '../../../shared/pages/dates.ts';
import { type PageContext, sitePage } from '../../../shared/pages/layout.tsx';
import { ContactBox } from '../../../shared/pages/side-boxes.tsx';
import { pagePath } from '../../../shared/pages/site-pages.tsx';
import { siteMapSlug } from '../../../shared/site/settings.ts';
import { localDay, monthOf } from '../../../shared/time/local-day.ts';

type Way = { path: string; name: string; description?: string };

/** All categories, static pages and feeds of the site. */
export const siteMapPage = (context: PageContext): string => {
  const { site, now, origin } = context;
  const today = localDay(now);
  const month = monthOf(today);
  return sitePage({
    ...context,
    head: {
      title: 'Sơ đồ trang',
      description: `Các chuyên mục và trang của ${site.name}.`,
      canonical: origin + pagePath(siteMapSlug),
    },
    main: (
      <>
        <Breadcrumb />
        <h1>Sơ đồ trang</h1>
        <Ways
          title="Chuyên mục"
          ways={site.categories.map(({ slug, ...rest }) => ({ path: categoryPath(slug), ...rest }))}
        />
        <Ways
          title="Theo ngày"
          ways={[
            { path: dayPath(today), name: 'Tin hôm nay' },
            { path: monthPath(month), name: `Lịch tin ${monthWords(month)}` },
          ]}
        />
        <Ways
          title="Về trang này"
          ways={site.pages.map(({ slug, name }) => ({ path: pagePath(slug), name }))}
        />
        <Ways
          title="RSS"
          ways={[
            { path: '/rss.xml', name: 'Mọi tin' },
            ...site.categories.map(({ slug, name }) => ({ path: `${categoryPath(slug)}/rss.xml`, name })),
          ]}
        />
        <Ways title="Liên kết" ways={site.links.map(({ name, url }) => ({ path: url, name }))} />
      </>
    ),
    side: <ContactBox site={site} />,
  });
};

const Ways = ({ title, ways }: { title: string; ways: readonly Way[] }) =>
  ways.length > 0 ? (
    <section>
      <h2>{title}</h2>
      <ul class="ways">
        {ways.map(({ path, name, description }) => (
          <li>
            <a href={path}>{name}</a>
            {description && `: ${description}`}
          </li>
        ))}
      </ul>
    </section>
  ) : null;
