import { PageTitle } from '../ui/page-title.tsx';

/** The lists of articles. */
export const WorkPage = () => <PageTitle title="Bài viết" />;
