import { articlePath, categoryPath } from '../../../shared/articles/article-path.ts';
import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { sitePage } from '../../../shared/pages/layout.tsx';
import { numberText } from '../../../shared/pages/numbers.ts';
import { searchPath } from '../../../shared/pages/search-box.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import { Day } from '../../../shared/pages/time.tsx';
import type { Answer, Hit } from '../../../shared/search/answer.ts';
import { countLimit } from '../../../shared/search/limits.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { Totals } from '../../../shared/visits/tally.ts';
import { Marked } from './marked.tsx';

/** The fields of the search form, each as it was sent; empty where nothing was, or nothing that can be taken. */
export type SearchFields = { text: string; category: string; from: string; to: string; page: number };

type Props = {
  site: SiteSettings;
  asked: SearchFields;
  /** Why nothing was looked for, in a sentence for who typed it. */
  problem: string | null;
  /** Null when nothing was asked for. */
  answer: Answer | null;
  /** Pages that an answer has at most. */
  pages: number;
  now: Date;
  totals: Totals | null;
};

/** What was found, page by page, with the form that asks again. */
export const searchPage = ({ site, asked, problem, answer, pages, now, totals }: Props): string =>
  sitePage({
    site,
    now,
    totals,
    current: searchPath,
    searched: asked.text,
    head: {
      title: asked.text ? `Tìm “${asked.text}”` : 'Tìm kiếm',
      // Whatever strangers type is no page to be found by.
      meta: [['robots', 'noindex, follow']],
    },
    main: (
      <>
        <Breadcrumb />
        <h1>Tìm kiếm</h1>
        <Filters site={site} asked={asked} />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {!problem && !answer && <Help />}
        {answer && <Results {...{ site, asked, answer, pages }} />}
      </>
    ),
    side: (
      <>
        <CategoriesBox categories={site.categories} />
        <ContactBox site={site} />
      </>
    ),
  });

const Filters = ({ site, asked }: { site: SiteSettings; asked: SearchFields }) => (
  <form class="filters" action={searchPath} aria-label="Tìm và lọc">
    <label class="words">
      Từ cần tìm
      <input name="q" type="search" value={asked.text} maxLength={300} />
    </label>
    <label>
      Chuyên mục
      <select name="chuyen-muc">
        <option value="">Tất cả</option>
        {site.categories.map(({ slug, name }) => (
          <option value={slug} selected={slug === asked.category}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      Từ ngày
      <input name="tu" type="date" value={asked.from} />
    </label>
    <label>
      Đến ngày
      <input name="den" type="date" value={asked.to} />
    </label>
    <button type="submit">Tìm và lọc</button>
  </form>
);

type ResultsProps = { site: SiteSettings; asked: SearchFields; answer: Answer; pages: number };

const Results = ({ site, asked, answer, pages }: ResultsProps) => {
  const { hits, total, repaired } = answer;
  if (hits.length === 0) return <Nothing {...{ site, asked, total }} />;
  return (
    <>
      <p class="found" role="status">
        {repaired ? (
          <>
            Không có tin nào có đúng <q>{asked.text}</q>. Đây là kết quả cho{' '}
            <a href={pathOf({ ...asked, text: repaired, page: 1 })}>
              <strong>{repaired}</strong>
            </a>
            : {countText(total)}.
          </>
        ) : (
          <>
            Tìm thấy {countText(total)} cho <q>{asked.text}</q>.
          </>
        )}
        {asked.page > 1 && ` Trang ${asked.page}.`}
      </p>
      <ol class="hits" start={(asked.page - 1) * 10 + 1}>
        {hits.map((hit) => (
          <li>
            <HitItem hit={hit} site={site} />
          </li>
        ))}
      </ol>
      <Pager {...{ asked, answer, pages }} />
    </>
  );
};

const HitItem = ({ hit: { article, title, snippet }, site }: { hit: Hit; site: SiteSettings }) => (
  <article>
    <h2>
      <a href={articlePath(article)}>
        <Marked pieces={title} />
      </a>
    </h2>
    <p class="when">
      {site.categories.find(({ slug }) => slug === article.category)?.name} · <Day at={article.publishedAt} />
    </p>
    <p class="snippet">
      <Marked pieces={snippet} />
    </p>
  </article>
);

const Pager = ({ asked, answer: { next, total }, pages }: Omit<ResultsProps, 'site'>) => (
  <>
    {next === null && total > pages * 10 && (
      <p>Chỉ hiện {numberText(pages * 10)} tin đúng nhất. Mời bạn thêm từ hoặc lọc theo chuyên mục, ngày.</p>
    )}
    {(next !== null || asked.page > 1) && (
      <nav class="pager" aria-label="Trang kết quả">
        {asked.page > 1 && (
          <a rel="prev" href={pathOf({ ...asked, page: asked.page - 1 })}>
            Trang trước
          </a>
        )}
        {next !== null && (
          <a rel="next" href={pathOf({ ...asked, page: asked.page + 1 })}>
            Trang sau
          </a>
        )}
      </nav>
    )}
  </>
);

/** The page without an answer, and ways on from it. */
const Nothing = ({ site, asked, total }: { site: SiteSettings; asked: SearchFields; total: number }) => {
  const isFiltered = asked.category || asked.from || asked.to;
  return (
    <>
      <p class="found" role="status">
        {total > 0 ? (
          <>Kết quả không có đến trang {asked.page}.</>
        ) : (
          <>
            Không tìm thấy tin nào cho <q>{asked.text}</q>
            {isFiltered && ' trong chuyên mục và những ngày đã chọn'}.
          </>
        )}
      </p>
      <ul class="ways">
        {total > 0 && (
          <li>
            <a href={pathOf({ ...asked, page: 1 })}>Về trang đầu của kết quả</a>
          </li>
        )}
        {isFiltered && (
          <li>
            <a href={pathOf({ text: asked.text, category: '', from: '', to: '', page: 1 })}>
              Tìm trong mọi chuyên mục và mọi ngày
            </a>
          </li>
        )}
        <li>Bớt từ, hoặc thử từ khác cùng nghĩa; có dấu hay không dấu đều được.</li>
        {site.categories.map(({ slug, name }) => (
          <li>
            <a href={categoryPath(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
};

const Help = () => (
  <div class="help">
    <p>Gõ vài từ của tin cần tìm, có dấu hay không dấu đều được. Thứ tự các từ không quan trọng.</p>
    <ul>
      <li>
        <kbd>"đường Bến Hạc"</kbd> – đúng cụm từ trong ngoặc kép
      </li>
      <li>
        <kbd>lễ hội -đua thuyền</kbd> – bỏ tin có từ đứng sau dấu trừ
      </li>
      <li>
        <kbd>12/2021</kbd>, <kbd>09-NQ/TW</kbd> – số và ký hiệu văn bản
      </li>
    </ul>
  </div>
);

/** Where a query is answered: only with what it asks for. */
const pathOf = ({ text, category, from, to, page }: SearchFields): string => {
  const asked = { q: text, 'chuyen-muc': category, tu: from, den: to, trang: page > 1 ? String(page) : '' };
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return `${searchPath}?${new URLSearchParams(given)}`;
};

/** Nobody counts further than the index does. */
const countText = (total: number) =>
  total >= countLimit ? `hơn ${numberText(countLimit)} tin` : `${numberText(total)} tin`;
