import { numberText } from '../../../shared/pages/numbers.ts';
import { candidateLimit } from '../../../shared/search/limits.ts';
import type { ResultPage } from '../../../shared/search/result-page.ts';
import type { SearchFields } from '../search-form.ts';
import { searchUrl } from './search-url.ts';

type Props = { fields: SearchFields; results: ResultPage };

/** Links to the previous and next page; after the last page, a note when more articles match than are shown. */
export const Pager = ({ fields, results: { next, total } }: Props) => (
  <>
    {next === null && total > candidateLimit && (
      <p>
        Chỉ hiện {numberText(candidateLimit)} tin đúng nhất. Mời bạn thêm từ hoặc lọc theo chuyên mục, ngày.
      </p>
    )}
    {(next !== null || fields.page > 1) && (
      <nav class="pager" aria-label="Trang kết quả">
        {fields.page > 1 && (
          <a rel="prev" href={searchUrl({ ...fields, page: fields.page - 1 })}>
            Trang trước
          </a>
        )}
        {next !== null && (
          <a rel="next" href={searchUrl({ ...fields, page: fields.page + 1 })}>
            Trang sau
          </a>
        )}
      </nav>
    )}
  </>
);
