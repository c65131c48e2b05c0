import { articlePath } from '../../../shared/articles/article-path.ts';
import type { LiveArticle } from '../../../shared/articles/live-article.ts';
import { Script } from '../../../shared/pages/script.tsx';
import { articleScript } from '../../../shared/pages/scripts.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';

type Props = { article: LiveArticle; site: SiteSettings; origin: string };

const mailTo = (to: string, subject: string, body: string) =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;

/** Buttons and links to save and share an article. Links send nothing until they are followed; buttons need a script, and are hidden without one. */
export const ArticleTools = ({ article: { title, ...article }, site, origin }: Props) => {
  const address = origin + articlePath(article);
  const encoded = encodeURIComponent(address);
  return (
    <fieldset class="tools">
      <legend class="hidden">Lưu và chia sẻ</legend>
      <button type="button" value="read" hidden>
        Nghe bài
      </button>
      <button type="button" value="save">
        Lưu tin
      </button>
      <button type="button" value="print">
        In
      </button>
      <button type="button" value="copy">
        Sao chép liên kết
      </button>
      <span>
        Chia sẻ:{' '}
        <a href={`https://zalo.me/share?url=${encoded}`} rel="noopener">
          Zalo
        </a>{' '}
        <a href={`https://www.facebook.com/sharer/sharer.php?u=${encoded}`} rel="noopener">
          Facebook
        </a>{' '}
        <a href={mailTo('', title, address)}>Thư điện tử</a>
      </span>
      {site.email && <a href={mailTo(site.email, `Báo lỗi: ${title}`, address)}>Báo lỗi trong bài</a>}
      <output aria-live="polite" />
      <Script text={articleScript} />
    </fieldset>
  );
};
