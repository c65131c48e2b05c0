import { PageTitle } from '../ui/page-title.tsx';

/** The report of a month, to print. */
export const MonthReportPage = () => <PageTitle title="Báo cáo tháng" />;
