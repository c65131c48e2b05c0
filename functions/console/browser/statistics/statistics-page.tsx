import { localDay } from '../../../../shared/time/local-day.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { MissesSection } from './misses-section.tsx';
import { MostReadSection } from './most-read-section.tsx';
import { VisitsSection } from './visits-section.tsx';

/** `/quan-tri/so-lieu`: visits, most-read articles and searches without results. */
export const StatisticsPage = () => {
  const today = localDay(new Date());
  return (
    <div class="statistics">
      <PageTitle title="Số liệu" />
      <VisitsSection today={today} />
      <MostReadSection today={today} />
      <MissesSection today={today} />
    </div>
  );
};
