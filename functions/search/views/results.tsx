import { articlePath } from '../../../shared/articles/article-path.ts';
import { numberText } from '../../../shared/pages/numbers.ts';
import { Day } from '../../../shared/pages/time.tsx';
import { countLimit, pageSize } from '../../../shared/search/limits.ts';
import type { ResultPage, SearchHit } from '../../../shared/search/result-page.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { SearchFields } from '../search-form.ts';
import { Highlight } from './highlight.tsx';
import { Pager } from './pager.tsx';
import { searchUrl } from './search-url.ts';

type Props = { site: SiteSettings; fields: SearchFields; results: ResultPage };

/** A page of results. */
export const Results = ({ site, fields, results }: Props) => {
  const { hits } = results;
  if (hits.length === 0) return <NoSuchPage fields={fields} />;
  return (
    <>
      <Summary fields={fields} results={results} />
      <ol class="hits" start={(fields.page - 1) * pageSize + 1}>
        {hits.map((hit) => (
          <li>
            <Hit hit={hit} site={site} />
          </li>
        ))}
      </ol>
      <Pager fields={fields} results={results} />
    </>
  );
};

const NoSuchPage = ({ fields }: { fields: SearchFields }) => (
  <>
    <p class="found" role="status">
      Kết quả không có đến trang {fields.page}.
    </p>
    <p>
      <a href={searchUrl({ ...fields, page: 1 })}>Về trang đầu của kết quả</a>
    </p>
  </>
);

/** The number of results, and the corrected query if there is one. */
const Summary = ({ fields, results: { total, correctedQuery } }: Omit<Props, 'site'>) => (
  <p class="found" role="status">
    {correctedQuery ? (
      <>
        Không có tin nào có đúng <q>{fields.text}</q>. Đây là kết quả cho{' '}
        <a href={searchUrl({ ...fields, text: correctedQuery, page: 1 })}>
          <strong>{correctedQuery}</strong>
        </a>
        : {countText(total)}.
      </>
    ) : (
      <>
        Tìm thấy {countText(total)} cho <q>{fields.text}</q>.
      </>
    )}
    {fields.page > 1 && ` Trang ${fields.page}.`}
  </p>
);

const countText = (total: number) =>
  total >= countLimit ? `hơn ${numberText(countLimit)} tin` : `${numberText(total)} tin`;

const Hit = ({ hit: { article, title, snippet }, site }: { hit: SearchHit; site: SiteSettings }) => (
  <article>
    <h2>
      <a href={articlePath(article)}>
        <Highlight segments={title} />
      </a>
    </h2>
    <p class="when">
      {site.categories.find(({ slug }) => slug === article.category)?.name} · <Day at={article.publishedAt} />
    </p>
    <p class="snippet">
      <Highlight segments={snippet} />
    </p>
  </article>
);
