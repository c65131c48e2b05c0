import { DayOnly } from '../../../shared/pages/time.tsx';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { SearchFields } from '../search-form.ts';

type Props = { site: SiteSettings; fields: Pick<SearchFields, 'category' | 'from' | 'to'> };

/** The filter in words: ` trong chuyên mục Thông báo, từ 1/1/2026 đến 31/1/2026`. */
export const FilterSentence = ({ site, fields: { category, from, to } }: Props) => {
  const name = site.categories.find(({ slug }) => slug === category)?.name ?? category;
  return (
    <>
      {category && ` trong chuyên mục ${name}`}
      {category && (from || to) && ','}
      {from && (
        <>
          {' từ '}
          <DayOnly day={from} />
        </>
      )}
      {to && (
        <>
          {' đến '}
          <DayOnly day={to} />
        </>
      )}
    </>
  );
};
