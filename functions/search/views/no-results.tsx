import { categoryPath } from '../../../shared/articles/article-path.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { SearchFields } from '../search-form.ts';
import { searchUrl } from './search-url.ts';

type Props = { site: SiteSettings; fields: SearchFields; total: number };

/** A page without results, with links to a wider search and to the categories. `total` above 0: there are fewer pages. */
export const NoResults = ({ site, fields, total }: Props) => {
  const isFiltered = fields.category || fields.from || fields.to;
  return (
    <>
      <p class="found" role="status">
        {total > 0 ? (
          <>Kết quả không có đến trang {fields.page}.</>
        ) : (
          <>
            Không tìm thấy tin nào cho <q>{fields.text}</q>
            {isFiltered && ' trong chuyên mục và những ngày đã chọn'}.
          </>
        )}
      </p>
      <ul class="ways">
        {total > 0 && (
          <li>
            <a href={searchUrl({ ...fields, page: 1 })}>Về trang đầu của kết quả</a>
          </li>
        )}
        {isFiltered && (
          <li>
            <a href={searchUrl({ text: fields.text, category: '', from: '', to: '', page: 1 })}>
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
