import { searchPath } from '../../../shared/pages/search-box.tsx';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { SearchFields } from './search-fields.ts';

export const SearchForm = ({ site, form }: { site: SiteSettings; form: SearchFields }) => (
  <form class="filters" action={searchPath} aria-label="Tìm và lọc">
    <label class="words">
      Từ cần tìm
      <input name="q" type="search" value={form.text} maxLength={300} />
    </label>
    <label>
      Chuyên mục
      <select name="chuyen-muc">
        <option value="">Tất cả</option>
        {site.categories.map(({ slug, name }) => (
          <option value={slug} selected={slug === form.category}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      Từ ngày
      <input name="tu" type="date" value={form.from} />
    </label>
    <label>
      Đến ngày
      <input name="den" type="date" value={form.to} />
    </label>
    <button type="submit">Tìm và lọc</button>
  </form>
);

export const SearchHelp = () => (
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
