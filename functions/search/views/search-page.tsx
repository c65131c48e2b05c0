import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { sitePage } from '../../../shared/pages/layout.tsx';
import { searchPath } from '../../../shared/pages/search-box.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import type { ResultPage } from '../../../shared/search/result-page.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { Totals } from '../../../shared/visits/tally.ts';
import type { SearchFields } from '../search-form.ts';
import { FilterForm } from './filter-form.tsx';
import { Results } from './results.tsx';

type Props = {
  site: SiteSettings;
  fields: SearchFields;
  /** Explains to the reader why the search was not run. */
  problem: string | null;
  /** Null when the search was not run. */
  results: ResultPage | null;
  now: Date;
  totals: Totals | null;
};

/** The search page: the form, and a page of results or help. */
export const searchPage = ({ site, fields, problem, results, now, totals }: Props): string =>
  sitePage({
    site,
    now,
    totals,
    current: searchPath,
    searched: fields.text,
    head: {
      title: fields.text ? `Tìm “${fields.text}”` : 'Tìm kiếm',
      // Search engines must not index pages whose text any stranger can choose.
      meta: [['robots', 'noindex, follow']],
    },
    main: (
      <>
        <Breadcrumb />
        <h1>Tìm kiếm</h1>
        <FilterForm site={site} fields={fields} />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {!problem && !results && <Help />}
        {results && <Results site={site} fields={fields} results={results} />}
      </>
    ),
    side: (
      <>
        <CategoriesBox categories={site.categories} />
        <ContactBox site={site} />
      </>
    ),
  });

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
