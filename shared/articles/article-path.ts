import type { FeedItem } from './live-article.ts';

export const categoryPath = (category: string) => `/${category}`;

/** The address of an article. The id decides; category and slug are for people, and may change. */
export const articlePath = ({ category, slug, id }: Pick<FeedItem, 'category' | 'slug' | 'id'>) =>
  `/${category}/${slug}-${id}`;
