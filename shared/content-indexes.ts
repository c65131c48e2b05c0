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

/** The sparse indexes of the content table: LIVE items appear in the feeds, DRAFT items in the editorial one. None carries a body. */
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
  editorial: {
    name: 'editorial',
    partition: 'editorialStatus',
    sort: 'editorialPosition',
    attributes: draftAttributes,
  },
} as const;
