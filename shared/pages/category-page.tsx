import type { FeedItem } from '../articles/article.ts';
import { categoryPath } from '../articles/article-path.ts';
import type { Category, SiteSettings } from '../site/settings.ts';
import type { Totals } from '../visits/tally.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { sitePage } from './layout.tsx';
import { Story } from './news.tsx';
import { CategoriesBox, ContactBox } from './side-boxes.tsx';

type Props = {
  site: SiteSettings;
  category: Category;
  items: readonly FeedItem[];
  /** The cursor of the older news, if there is any. */
  next: string | null;
  isFirstPage: boolean;
  totals: Totals | null;
  now: Date;
  origin: string;
};

/** A category's news, newest first, one page of it. */
export const categoryPage = ({
  site,
  category,
  items,
  next,
  isFirstPage,
  totals,
  now,
  origin,
}: Props): string => {
  const path = categoryPath(category.slug);
  return sitePage({
    site,
    now,
    totals,
    current: path,
    head: {
      title: isFirstPage ? category.name : `${category.name} – tin cũ hơn`,
      description: category.description,
      // Pages of a list shift as news arrives, so only its first is one to be found by.
      ...(isFirstPage ? { canonical: origin + path } : { meta: [['robots', 'noindex, follow'] as const] }),
    },
    main: (
      <>
        <Breadcrumb />
        <h1>{category.name}</h1>
        {category.description && <p class="lede">{category.description}</p>}
        {items.length === 0 && <p class="empty">Chuyên mục chưa có tin.</p>}
        <div class="list">
          {items.map((item) => (
            <Story item={item} site={site} heading="h2" />
          ))}
        </div>
        {(next || !isFirstPage) && (
          <nav class="pager" aria-label="Trang">
            {!isFirstPage && <a href={path}>Tin mới nhất</a>}
            {next && <a href={`${path}?truoc=${next}`}>Tin cũ hơn</a>}
          </nav>
        )}
      </>
    ),
    side: (
      <>
        <CategoriesBox categories={site.categories.filter(({ slug }) => slug !== category.slug)} />
        <ContactBox site={site} />
      </>
    ),
  });
};
