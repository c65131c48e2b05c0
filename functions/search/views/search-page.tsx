import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { sitePage } from '../../../shared/pages/layout.tsx';
import { searchPath } from '../../../shared/pages/search-box.tsx';
import { CategoriesBox, ContactBox } from '../../../shared/pages/side-boxes.tsx';
import type { ResultPage } from '../../../shared/search/result-page.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { Totals } from '../../../shared/visits/tally.ts';
import type { NothingFound } from '../nothing-found.ts';
import type { SearchFields } from '../search-form.ts';
import { FilterForm } from './filter-form.tsx';
import { NoResults } from './no-results.tsx';
import { Results } from './results.tsx';
import { SearchHelp } from './search-help.tsx';

/** What came of a search; empty when none was run. */
export type SearchOutcome = {
  /** Explains to the reader why the search was not run. */
  problem?: string;
  results?: ResultPage;
  nothingFound?: NothingFound;
  isUnavailable?: true;
};

type Props = {
  site: SiteSettings;
  fields: SearchFields;
  outcome: SearchOutcome;
  now: Date;
  totals: Totals | null;
};

/** The search page: the form, and a page of results or help. */
export const searchPage = ({ site, fields, outcome, now, totals }: Props): string =>
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
        <Outcome site={site} fields={fields} outcome={outcome} />
      </>
    ),
    side: (
      <>
        <CategoriesBox categories={site.categories} />
        <ContactBox site={site} />
      </>
    ),
  });

const Outcome = ({ site, fields, outcome }: Pick<Props, 'site' | 'fields' | 'outcome'>) => {
  const { problem, results, nothingFound, isUnavailable } = outcome;
  if (problem) return <Problem text={problem} />;
  if (results) return <Results site={site} fields={fields} results={results} />;
  if (nothingFound) return <NoResults site={site} fields={fields} nothingFound={nothingFound} />;
  if (isUnavailable) return <Problem text={unavailableMessage} />;
  return <SearchHelp />;
};

const unavailableMessage =
  'Tìm kiếm tạm thời chưa dùng được. Mời bạn thử lại sau ít phút, hoặc xem tin theo chuyên mục.';

const Problem = ({ text }: { text: string }) => (
  <p class="problem" role="alert">
    {text}
  </p>
);
