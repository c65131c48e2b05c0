/** The category of what is no news: static pages (introduction, contacts, privacy …), which stand in no list of news. */
const staticPageCategory = 'trang';

export const isStaticPage = ({ category }: { category: string }) => category === staticPageCategory;
