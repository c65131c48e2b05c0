/** The category of static pages (introduction, contacts, privacy …), which are in no list of news. */
export const staticPageCategory = 'trang';

export const isStaticPage = ({ category }: { category: string }) => category === staticPageCategory;
