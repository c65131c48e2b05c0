import type { FeedItem, LiveArticle } from '../articles/article.ts';
import { categoryPath } from '../articles/article-path.ts';
import { readingMinutes } from '../articles/reading-time.ts';
import { tagsOf } from '../articles/tags.ts';
import { localDay } from '../local-day.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Totals } from '../visits/tally.ts';
import { articleHead, correctedOn } from './article-head.ts';
import { bodyWithPictures, Cover, Gallery } from './article-pictures.tsx';
import { ArticleTools } from './article-tools.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { DayBox } from './day-box.tsx';
import { sitePage } from './layout.tsx';
import { OtherNews } from './other-news.tsx';
import { CategoriesBox, ContactBox } from './side-boxes.tsx';
import { Tags } from './tags.tsx';
import { Day, Minute } from './time.tsx';

type Props = {
  site: SiteSettings;
  article: LiveArticle;
  totals: Totals | null;
  /** Other news of the category on both sides of the article, newest first. */
  newer: readonly FeedItem[];
  older: readonly FeedItem[];
  now: Date;
  origin: string;
};

/** One article, whole. */
export const articlePage = ({ site, article, newer, older, totals, now, origin }: Props): string => {
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
        <Breadcrumb place={category && { path: categoryPath(category.slug), name: category.name }} />
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
            <span> · {readingMinutes(article.body)} phút đọc</span>
          </p>
          {article.summary && <p class="sapo">{article.summary}</p>}
          {article.cover && <Cover picture={article.cover} />}
          {/* Sanitized when it was written, see functions/articles/sanitize-body.ts. */}
          <div class="body" dangerouslySetInnerHTML={{ __html: bodyWithPictures(article) }} />
          {article.gallery.length > 0 && <Gallery items={article.gallery} />}
          {article.author && <p class="author">{article.author}</p>}
          {article.source && <p class="source">Nguồn: {article.source}</p>}
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
