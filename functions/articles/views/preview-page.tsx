import type { LiveArticle } from '../../../shared/articles/live-article.ts';
import { ArticleOpening, ArticleSources } from '../../../shared/pages/article-parts.tsx';
import { bodyWithPictures, Gallery } from '../../../shared/pages/article-pictures.tsx';
import { Banner } from '../../../shared/pages/banner.tsx';
import { htmlDocument } from '../../../shared/pages/layout.tsx';
import { Minute } from '../../../shared/pages/time.tsx';
import type { SiteSettings } from '../../../shared/site/settings.ts';

type Props = {
  site: SiteSettings;
  article: LiveArticle;
  /** Whether this is the current version. */
  isNewest: boolean;
  expiresAt: Date;
  now: Date;
};

/** For search engines that find the page, and for the sites that its links lead to. */
const meta = [
  ['robots', 'noindex, nofollow'],
  ['referrer', 'no-referrer'],
] as const;

/** An unpublished article as its readers will see it, without navigation and without the visit counter. */
export const previewPage = ({ site, article, isNewest, expiresAt, now }: Props): string =>
  htmlDocument(
    { title: `Xem trước: ${article.title}`, meta },
    <>
      <Banner site={site} now={now} searched={undefined} />
      <div class="frame page">
        <main id="noi-dung">
          <aside class="article">
            <strong>Bản xem trước.</strong> Phiên bản {article.version}
            {!isNewest && ', đã có bản mới hơn'}. Liên kết hết hạn lúc <Minute at={expiresAt.toISOString()} />
            ; xin đừng chuyển tiếp.
          </aside>
          <article class="article">
            <ArticleOpening {...article} />
            {/* Sanitized when it was written, see functions/articles/sanitize-body.ts. */}
            <div class="body" dangerouslySetInnerHTML={{ __html: bodyWithPictures(article) }} />
            {article.gallery.length > 0 && <Gallery items={article.gallery} />}
            <ArticleSources {...article} />
          </article>
        </main>
      </div>
    </>,
  );

/** For a link that has expired, was never valid, or whose article is gone: the page does not tell which. */
export const previewGonePage = (): string =>
  htmlDocument(
    { title: 'Liên kết xem trước không còn dùng được', meta },
    <main class="frame">
      <h1>Liên kết xem trước không còn dùng được</h1>
      <p>Liên kết đã hết hạn, hoặc bị chép thiếu. Mời bạn hỏi lại người đã gửi để nhận liên kết mới.</p>
      <p>
        <a href="/">Về trang chủ</a>
      </p>
    </main>,
  );
