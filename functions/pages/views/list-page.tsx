import type { ComponentChildren } from 'preact';
import type { FeedItem } from '../../../shared/articles/live-article.ts';
import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { type Head, type PageContext, sitePage } from '../../../shared/pages/layout.tsx';
import { Story } from '../../../shared/pages/news.tsx';
import { listPlace } from '../../../shared/pages/picture-places.ts';

/** One page of a list of news, newest first. */
export type ListPage = {
  path: string;
  items: readonly FeedItem[];
  /** The cursors of the neighbouring pages; null when there is none. */
  newer: string | null;
  older: string | null;
  isFirstPage: boolean;
};

type Props = PageContext & {
  page: ListPage;
  /** The heading of the list, and the text when it is empty. */
  title: string;
  lede: string;
  emptyText: string;
  head?: Partial<Head>;
  side: ComponentChildren;
};

/** One page of a list of news, with links to newer and older pages. */
export const listPage = ({ page, title, lede, emptyText, head, side, ...context }: Props): string => {
  const { site, origin } = context;
  const { path, items, newer, older, isFirstPage } = page;
  return sitePage({
    kind: 'list',
    ...context,
    current: path,
    head: {
      title: isFirstPage ? title : `${title} – tin cũ hơn`,
      description: lede,
      // Later pages shift as news arrives, so only the first is indexed.
      ...(isFirstPage ? { canonical: origin + path } : { meta: [['robots', 'noindex, follow'] as const] }),
      ...head,
    },
    main: (
      <>
        <Breadcrumb />
        <h1>{title}</h1>
        {lede && <p class="lede">{lede}</p>}
        {items.length === 0 && <p class="empty">{isFirstPage ? emptyText : 'Không còn tin cũ hơn.'}</p>}
        <div class="list">
          {items.map((item) => (
            <Story item={item} site={site} heading="h2" place={listPlace} />
          ))}
        </div>
        {(older || !isFirstPage) && (
          <nav class="pager" aria-label="Trang">
            {!isFirstPage && <a href={path}>Tin mới nhất</a>}
            {newer && <a href={`${path}?sau=${newer}`}>Tin mới hơn</a>}
            {older && <a href={`${path}?truoc=${older}`}>Tin cũ hơn</a>}
          </nav>
        )}
      </>
    ),
    side,
  });
};
