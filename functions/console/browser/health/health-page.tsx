import { PageTitle } from '../ui/page-title.tsx';

/** Whether the portal works, and what to do. */
export const HealthPage = () => <PageTitle title="Tình trạng cổng" />;
