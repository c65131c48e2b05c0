/** The alternate link to a feed. `base` is the page's address without a trailing slash. */
export const feedOf = (name: string, base: string) => ({
  type: 'application/rss+xml',
  title: `RSS – ${name}`,
  href: `${base}/rss.xml`,
});
