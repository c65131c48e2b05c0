import { pagePath } from '../../../../shared/pages/site-pages.tsx';
import type { SitePage } from '../../../../shared/site/settings.ts';
import { languageNames } from './language-names.ts';
import { pairOf } from './page-list.ts';
import { PageState } from './page-state.tsx';
import type { StaticPage } from './use-static-pages.ts';

type Props = {
  page: SitePage;
  pages: readonly SitePage[];
  /** Null when it cannot be found. */
  article: StaticPage | null;
  now: Date;
};

/** A link of the footer: its name and address, and the state, language and pair of its page. */
export const FooterPage = ({ page, pages, article, now }: Props) => {
  const { name, slug, language } = page;
  const pair = pairOf(pages, page);
  return (
    <>
      <p class="page-name">
        <a href={`/quan-tri/bai-viet/${page.article}`}>{name}</a>
      </p>
      <p class="page-facts">
        <span>{pagePath(slug)}</span> <span>{languageNames[language]}</span>{' '}
        {pair && (
          <span>
            cùng nội dung với “{pair.name}” ({languageNames[pair.language]})
          </span>
        )}
      </p>
      {article ? (
        <PageState article={article} isLinked now={now} />
      ) : (
        <p class="error">Không tìm thấy bài của trang này. Hãy bỏ liên kết.</p>
      )}
    </>
  );
};
