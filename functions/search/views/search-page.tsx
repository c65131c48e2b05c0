import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { sitePage } from '../../../shared/pages/layout.tsx';
import { searchPath } from '../../../shared/pages/search-box.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import type { Answer } from '../../../shared/search/answer.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { Totals } from '../../../shared/visits/tally.ts';
import type { SearchFields } from './search-fields.ts';
import { SearchForm, SearchHelp } from './search-form.tsx';
import { SearchResults } from './search-results.tsx';

type Props = {
  site: SiteSettings;
  form: SearchFields;
  /** Why the form was refused, in a sentence for the reader. */
  problem: string | null;
  /** Null for an empty or refused form. */
  answer: Answer | null;
  pageSize: number;
  /** The last page that is shown. */
  maxPage: number;
  now: Date;
  totals: Totals | null;
};

/** The search form with the results, page by page. */
export const searchPage = ({ site, form, problem, answer, pageSize, maxPage, now, totals }: Props): string =>
  sitePage({
    site,
    now,
    totals,
    current: searchPath,
    searched: form.text,
    head: {
      title: form.text ? `Tìm “${form.text}”` : 'Tìm kiếm',
      // A page whose content strangers choose must not be indexed.
      meta: [['robots', 'noindex, follow']],
    },
    main: (
      <>
        <Breadcrumb />
        <h1>Tìm kiếm</h1>
        <SearchForm site={site} form={form} />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {!problem && !answer && <SearchHelp />}
        {answer && (
          <SearchResults site={site} form={form} answer={answer} pageSize={pageSize} maxPage={maxPage} />
        )}
      </>
    ),
    side: (
      <>
        <CategoriesBox categories={site.categories} />
        <ContactBox site={site} />
      </>
    ),
  });
