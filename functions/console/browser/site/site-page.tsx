import { PageTitle } from '../ui/page-title.tsx';

/** The settings of the site. */
export const SitePage = () => <PageTitle title="Thông tin cổng" />;
