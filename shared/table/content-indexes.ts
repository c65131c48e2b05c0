/**
 * The sparse indexes of the content table: LIVE items are in the feeds, DRAFT items in `editorial`, images in `images`. What each holds:
 * `infra/data/projections.ts`.
 */
export const contentIndexes = {
  siteFeed: { name: 'site-feed', partition: 'siteFeed', sort: 'feedPosition' },
  categoryFeed: { name: 'category-feed', partition: 'categoryFeed', sort: 'feedPosition' },
  /** The site feed without titles, summaries and covers. */
  calendar: { name: 'calendar', partition: 'siteFeed', sort: 'feedPosition' },
  /** The site feed with the tags alone. */
  tags: { name: 'tags', partition: 'siteFeed', sort: 'feedPosition' },
  editorial: { name: 'editorial', partition: 'editorialStatus', sort: 'editorialPosition' },
  images: { name: 'images', partition: 'imageList', sort: 'imagePosition' },
} as const;
