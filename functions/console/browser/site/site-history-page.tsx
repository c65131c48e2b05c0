import { PageTitle } from '../ui/page-title.tsx';

/** Earlier settings of the site. */
export const SiteHistoryPage = () => <PageTitle title="Lịch sử thiết lập" />;
