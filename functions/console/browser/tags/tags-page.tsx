import { PageTitle } from '../ui/page-title.tsx';

/** The tags of published articles. */
export const TagsPage = () => <PageTitle title="Thẻ" />;
