import { articlePath, categoryPath } from '../../../shared/articles/article-path.ts';
import { numberText } from '../../../shared/pages/numbers.ts';
import { Day } from '../../../shared/pages/time.tsx';
import type { Answer, Hit } from '../../../shared/search/answer.ts';
import { countLimit } from '../../../shared/search/limits.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import { Marked } from './marked.tsx';
import { type SearchFields, searchPathOf } from './search-fields.ts';

type ResultsProps = {
  site: SiteSettings;
  form: SearchFields;
  answer: Answer;
  pageSize: number;
  /** The last page that is shown. */
  maxPage: number;
};

export const SearchResults = ({ site, form, answer, pageSize, maxPage }: ResultsProps) => {
  const { hits, total, repaired } = answer;
  if (hits.length === 0) return <NoResults site={site} form={form} total={total} />;
  return (
    <>
      <p class="found" role="status">
        {repaired ? (
          <>
            Không có tin nào có đúng <q>{form.text}</q>. Đây là kết quả cho{' '}
            <a href={searchPathOf({ ...form, text: repaired, page: 1 })}>
              <strong>{repaired}</strong>
            </a>
            : {countText(total)}.
          </>
        ) : (
          <>
            Tìm thấy {countText(total)} cho <q>{form.text}</q>.
          </>
        )}
        {form.page > 1 && ` Trang ${form.page}.`}
      </p>
      <ol class="hits" start={(form.page - 1) * pageSize + 1}>
        {hits.map((hit) => (
          <li>
            <HitItem hit={hit} site={site} />
          </li>
        ))}
      </ol>
      <Pager form={form} answer={answer} pageSize={pageSize} maxPage={maxPage} />
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

const Pager = ({ form, answer: { next, total }, pageSize, maxPage }: Omit<ResultsProps, 'site'>) => (
  <>
    {next === null && total > maxPage * pageSize && (
      <p>
        Chỉ hiện {numberText(maxPage * pageSize)} tin đúng nhất. Mời bạn thêm từ hoặc lọc theo chuyên mục,
        ngày.
      </p>
    )}
    {(next !== null || form.page > 1) && (
      <nav class="pager" aria-label="Trang kết quả">
        {form.page > 1 && (
          <a rel="prev" href={searchPathOf({ ...form, page: form.page - 1 })}>
            Trang trước
          </a>
        )}
        {next !== null && (
          <a rel="next" href={searchPathOf({ ...form, page: form.page + 1 })}>
            Trang sau
          </a>
        )}
      </nav>
    )}
  </>
);

/** No results, with suggestions what to do next. */
const NoResults = ({ site, form, total }: { site: SiteSettings; form: SearchFields; total: number }) => {
  const isFiltered = form.category || form.from || form.to;
  return (
    <>
      <p class="found" role="status">
        {total > 0 ? (
          <>Kết quả không có đến trang {form.page}.</>
        ) : (
          <>
            Không tìm thấy tin nào cho <q>{form.text}</q>
            {isFiltered && ' trong chuyên mục và những ngày đã chọn'}.
          </>
        )}
      </p>
      <ul class="ways">
        {total > 0 && (
          <li>
            <a href={searchPathOf({ ...form, page: 1 })}>Về trang đầu của kết quả</a>
          </li>
        )}
        {isFiltered && (
          <li>
            <a href={searchPathOf({ text: form.text, category: '', from: '', to: '', page: 1 })}>
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

/** Counts end at `countLimit`. */
const countText = (total: number) =>
  total >= countLimit ? `hơn ${numberText(countLimit)} tin` : `${numberText(total)} tin`;
