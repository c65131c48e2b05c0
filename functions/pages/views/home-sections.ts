import type { FeedItem } from '../../../shared/articles/live-article.ts';
import type { Category } from '../../../shared/site/settings.ts';

/** Articles beside the lead story. */
const secondaryCount = 4;
/** Articles of one category on the home page. */
const sectionLength = 5;

export type HomeSections = {
  lead: FeedItem | undefined;
  secondary: FeedItem[];
  /** In the order of the navigation; without categories that have no news. */
  sections: { category: Category; items: FeedItem[] }[];
};

/** Distributes the latest news over the home page, each article once. `latest` is newest first. */
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
