/** The feed of a page that has one: `base` is its address without a slash at its end. */
export const feedOf = (name: string, base: string) => ({
  type: 'application/rss+xml',
  title: `RSS – ${name}`,
  href: `${base}/rss.xml`,
});
