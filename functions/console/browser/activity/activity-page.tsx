import { PageTitle } from '../ui/page-title.tsx';

/** The activity log. */
export const ActivityPage = () => <PageTitle title="Nhật ký" />;
