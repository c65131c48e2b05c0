import type { FeedItem } from '../../../shared/articles/live-article.ts';
import type { Category } from '../../../shared/site/settings.ts';

/** News beside the lead story. */
const secondaryCount = 4;
/** News of one category on the home page. */
const sectionLength = 5;

export type HomeSections = {
  lead: FeedItem | undefined;
  secondary: FeedItem[];
  /** In the order of the navigation; a category without news has no section. */
  sections: { category: Category; items: FeedItem[] }[];
};

/** Where each piece of the latest news stands on the home page: nowhere twice. `latest` is newest first. */
export const homeSections = (latest: readonly FeedItem[], categories: readonly Category[]): HomeSections => {
  const [lead, ...others] = latest;
  const rest = others.slice(secondaryCount);
  const sections = categories.map((category) => ({
    category,
    items: rest.filter((item) => item.category === category.slug).slice(0, sectionLength),
  }));
  return {
    lead,
    secondary: others.slice(0, secondaryCount),
    sections: sections.filter(({ items }) => items.length > 0),
  };
};
