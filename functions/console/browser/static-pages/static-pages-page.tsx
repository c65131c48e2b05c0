import { PageTitle } from '../ui/page-title.tsx';

/** The static pages of the site. */
export const StaticPagesPage = () => <PageTitle title="Trang tĩnh" />;
