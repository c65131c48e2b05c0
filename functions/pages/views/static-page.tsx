import { articlePath } from '../../../shared/articles/article-path.ts';
import { excerpt } from '../../../shared/articles/excerpt.ts';
import type { LiveArticle } from '../../../shared/articles/live-article.ts';
import { ArticleOpening } from '../../../shared/pages/article-parts.tsx';
import { bodyWithPictures, Gallery } from '../../../shared/pages/article-pictures.tsx';
import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { type PageContext, sitePage } from '../../../shared/pages/layout.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import { pagePath } from '../../../shared/pages/site-pages.tsx';
import { Day } from '../../../shared/pages/time.tsx';
import type { SitePage } from '../../../shared/site/settings.ts';

type Props = PageContext & {
  article: LiveArticle;
  /** The settings of the page; null while they do not name it. */
  page: SitePage | null;
};

/** A static page. */
export const staticPage = ({ article, page, ...context }: Props): string => {
  const { site, origin } = context;
  const path = page ? pagePath(page.slug) : articlePath(article);
  const language = page?.language ?? 'vi';
  const description = article.summary || excerpt(article.body);
  return sitePage({
    kind: article.gallery.length > 0 ? 'gallery' : 'article',
    ...context,
    current: path,
    head: {
      title: article.title,
      description,
      canonical: origin + path,
      alternates: page ? languagesOf(page, site.pages, origin) : [],
      meta: [
        ['og:type', 'website'],
        ['og:title', article.title],
        ['og:description', description],
        ['og:url', origin + path],
        ['DC.title', article.title],
        ['DC.creator', article.author || site.agency],
        ['DC.date', article.updatedAt],
        ['DC.description', description],
        ['DC.publisher', site.agency],
        ['DC.identifier', origin + path],
        ['DC.language', language],
      ],
    },
    main: (
      <>
        <Breadcrumb />
        <article class="article" lang={language === 'vi' ? undefined : language}>
          <ArticleOpening {...article} />
          {/* Sanitized when it was written, see functions/articles/sanitize-body.ts. */}
          <div class="body" dangerouslySetInnerHTML={{ __html: bodyWithPictures(article) }} />
          {article.gallery.length > 0 && <Gallery items={article.gallery} />}
          <p class="when">
            {language === 'vi' ? 'Ngày cập nhật' : 'Updated'} <Day at={article.updatedAt} />
          </p>
        </article>
      </>
    ),
    side: (
      <>
        <ContactBox site={site} />
        <CategoriesBox categories={site.categories} />
      </>
    ),
  });
};

/** The translations of a page, itself included: https://developers.google.com/search/docs/specialty/international/localized-versions */
const languagesOf = (page: SitePage, pages: readonly SitePage[], origin: string) => {
  const versions = pages.filter(
    ({ slug, translationOf }) => slug === page.translationOf || translationOf === page.slug,
  );
  if (versions.length === 0) return [];
  return [page, ...versions].map(({ slug, language }) => ({
    hreflang: language,
    href: origin + pagePath(slug),
  }));
};
