import { PageTitle } from '../ui/page-title.tsx';

/** Visits, most-read articles and searches without results. */
export const StatisticsPage = () => <PageTitle title="Số liệu" />;
