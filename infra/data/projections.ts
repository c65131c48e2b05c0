import type { contentIndexes } from '../../shared/table/content-indexes.ts';

const feed = [
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

/** The attributes that each index of the content table holds: those of the schema by which its items are read. None holds a body. */
export const projections: Readonly<Record<keyof typeof contentIndexes, readonly string[]>> = {
  siteFeed: feed,
  categoryFeed: feed,
  calendar: ['id', 'slug', 'category', 'publishedAt', 'updatedAt', 'withdrawAt'],
  tags: ['tags'],
  editorial: [
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
  ],
  images: [
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
  ],
};
