import { PageTitle } from '../ui/page-title.tsx';

/** What each person published in a month. */
export const RoyaltiesPage = () => <PageTitle title="Nhuận bút" />;
