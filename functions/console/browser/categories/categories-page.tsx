import { PageTitle } from '../ui/page-title.tsx';

/** The categories of the site. */
export const CategoriesPage = () => <PageTitle title="Chuyên mục" />;
