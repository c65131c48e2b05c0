import type { FeedItem, LiveArticle } from '../articles/article.ts';
import { articlePath, categoryPath } from '../articles/article-path.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Totals } from '../visits/tally.ts';
import { articleHead, correctedOn } from './article-head.ts';
import { bodyWithPictures, Cover, Gallery } from './article-pictures.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { sitePage } from './layout.tsx';
import { Headlines } from './news.tsx';
import { Share } from './share.tsx';
import { CategoriesBox, ContactBox } from './side-boxes.tsx';
import { Day, Minute } from './time.tsx';

type Props = {
  site: SiteSettings;
  article: LiveArticle;
  /** Other news of the category, newest first, without the article itself. */
  related: readonly FeedItem[];
  totals: Totals | null;
  now: Date;
  origin: string;
};

/** One article, whole. */
export const articlePage = ({ site, article, related, totals, now, origin }: Props): string => {
  const category = site.categories.find(({ slug }) => slug === article.category);
  const corrected = correctedOn(article);
  return sitePage({
    site,
    now,
    totals,
    article: article.id,
    current: categoryPath(article.category),
    head: articleHead(article, site, origin),
    main: (
      <>
        <Breadcrumb category={category} />
        <article class="article">
          <h1>{article.title}</h1>
          <p class="when">
            Ngày đăng <Minute at={article.publishedAt} />
            {corrected && (
              <span>
                {' '}
                · Ngày cập nhật <Day at={corrected} />
              </span>
            )}
          </p>
          {article.summary && <p class="sapo">{article.summary}</p>}
          {article.cover && <Cover picture={article.cover} />}
          {/* Sanitized when it was written, see functions/articles/sanitize-body.ts. */}
          <div class="body" dangerouslySetInnerHTML={{ __html: bodyWithPictures(article) }} />
          {article.gallery.length > 0 && <Gallery items={article.gallery} />}
          {article.author && <p class="author">{article.author}</p>}
          {article.source && <p class="source">Nguồn: {article.source}</p>}
          {article.tags.length > 0 && <p class="tags">Từ khóa: {article.tags.join(', ')}</p>}
          <Share title={article.title} path={articlePath(article)} origin={origin} />
        </article>
        {related.length > 0 && (
          <section class="related">
            <h2>Các tin khác</h2>
            <Headlines items={related} />
          </section>
        )}
      </>
    ),
    side: (
      <>
        <CategoriesBox categories={site.categories} />
        <ContactBox site={site} />
      </>
    ),
  });
};
