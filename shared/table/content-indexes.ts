const feedAttributes = [
  'id',
  'title',
  'slug',
  'summary',
  'category',
  'cover',
  'publishedAt',
  'updatedAt',
  'withdrawAt',
];
const draftAttributes = [
  'id',
  'version',
  'status',
  'title',
  'slug',
  'summary',
  'category',
  'publishedAt',
  'withdrawAt',
  'liveVersion',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
];

const imageAttributes = [
  'id',
  'status',
  'fileName',
  'contentType',
  'alt',
  'decorative',
  'credit',
  'width',
  'height',
  'variants',
  'createdAt',
  'createdBy',
];

/** The sparse indexes of the content table: LIVE items are in the feeds, DRAFT items in `editorial`, images in `images`. None projects a body. */
export const contentIndexes = {
  siteFeed: {
    name: 'site-feed',
    partition: 'siteFeed',
    sort: 'feedPosition',
    attributes: feedAttributes,
  },
  categoryFeed: {
    name: 'category-feed',
    partition: 'categoryFeed',
    sort: 'feedPosition',
    attributes: feedAttributes,
  },
  /** The site feed without titles, summaries and covers. */
  calendar: {
    name: 'calendar',
    partition: 'siteFeed',
    sort: 'feedPosition',
    attributes: ['id', 'slug', 'category', 'publishedAt', 'updatedAt', 'withdrawAt'],
  },
  /** The site feed with the tags alone. */
  tags: {
    name: 'tags',
    partition: 'siteFeed',
    sort: 'feedPosition',
    attributes: ['tags'],
  },
  editorial: {
    name: 'editorial',
    partition: 'editorialStatus',
    sort: 'editorialPosition',
    attributes: draftAttributes,
  },
  images: {
    name: 'images',
    partition: 'imageList',
    sort: 'imagePosition',
    attributes: imageAttributes,
  },
} as const;
