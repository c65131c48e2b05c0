import { PageTitle } from '../ui/page-title.tsx';

/** The accounts of the staff. */
export const PeoplePage = () => <PageTitle title="Người dùng" />;
