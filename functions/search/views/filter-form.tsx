import { searchPath } from '../../../shared/pages/search-box.tsx';
import { maxQueryLength } from '../../../shared/search/search-parameters.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { SearchFields } from '../search-form.ts';

/** The search form with its filters, filled in with the fields as sent. */
export const FilterForm = ({ site, fields }: { site: SiteSettings; fields: SearchFields }) => (
  <form class="filters" action={searchPath} aria-label="Tìm và lọc">
    <label class="words">
      Từ cần tìm
      <input name="q" type="search" value={fields.text} maxLength={maxQueryLength} />
    </label>
    <label>
      Chuyên mục
      <select name="chuyen-muc">
        <option value="">Tất cả</option>
        {site.categories.map(({ slug, name }) => (
          <option value={slug} selected={slug === fields.category}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      Từ ngày
      <input name="tu" type="date" value={fields.from} />
    </label>
    <label>
      Đến ngày
      <input name="den" type="date" value={fields.to} />
    </label>
    <button type="submit">Tìm và lọc</button>
  </form>
);
