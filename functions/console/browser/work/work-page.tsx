/** The lists of articles. */
export const WorkPage = () => <h1>Bài viết</h1>;
