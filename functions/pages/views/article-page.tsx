import { categoryPath } from '../../../shared/articles/article-path.ts';
import type { FeedItem, LiveArticle } from '../../../shared/articles/live-article.ts';
import { readingMinutes } from '../../../shared/articles/reading-time.ts';
import { tagsOf } from '../../../shared/articles/tags.ts';
import { ArticleOpening, ArticleSources } from '../../../shared/pages/article-parts.tsx';
import { bodyWithPictures, Gallery } from '../../../shared/pages/article-pictures.tsx';
import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { sitePage } from '../../../shared/pages/layout.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import { Tags } from '../../../shared/pages/tags.tsx';
import { Day, Minute } from '../../../shared/pages/time.tsx';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import { localDay } from '../../../shared/time/local-day.ts';
import type { Totals } from '../../../shared/visits/tally.ts';
import { articleHead, correctedOn } from './article-head.ts';
import { ArticleTools } from './article-tools.tsx';
import { DayBox } from './day-box.tsx';
import { OtherNews } from './other-news.tsx';

type Props = {
  site: SiteSettings;
  article: LiveArticle;
  totals: Totals | null;
  /** Other news of the category, newer and older, newest first. */
  newer: readonly FeedItem[];
  older: readonly FeedItem[];
  now: Date;
  origin: string;
};

/** The page of an article. */
export const articlePage = ({ site, article, newer, older, totals, now, origin }: Props): string => {
  const category = site.categories.find(({ slug }) => slug === article.category);
  const corrected = correctedOn(article);
  return sitePage({
    kind: article.gallery.length > 0 ? 'gallery' : 'article',
    site,
    now,
    totals,
    article: article.id,
    current: categoryPath(article.category),
    head: articleHead(article, site, origin),
    main: (
      <>
        <Breadcrumb place={category && { path: categoryPath(category.slug), name: category.name }} />
        <article class="article">
          <ArticleOpening
            {...article}
            when={
              <p class="when">
                Ngày đăng <Minute at={article.publishedAt} />
                {corrected && (
                  <span>
                    {' '}
                    · Ngày cập nhật <Day at={corrected} />
                  </span>
                )}
                <span> · {readingMinutes(article.body)} phút đọc</span>
              </p>
            }
          />
          {/* Sanitized when it was written, see functions/articles/sanitize-body.ts. */}
          <div class="body" dangerouslySetInnerHTML={{ __html: bodyWithPictures(article) }} />
          {article.gallery.length > 0 && <Gallery items={article.gallery} />}
          <ArticleSources {...article} />
          <Tags tags={tagsOf(article.tags)} />
          <ArticleTools article={article} site={site} origin={origin} />
        </article>
        <OtherNews newer={newer} older={older} />
      </>
    ),
    side: (
      <>
        <DayBox now={now} day={localDay(new Date(article.publishedAt))} />
        <CategoriesBox categories={site.categories} />
        <ContactBox site={site} />
      </>
    ),
  });
};
