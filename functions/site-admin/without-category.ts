import { formerCategoryLimit, type SiteSettings } from '../../shared/site/settings.ts';

/** The slugs of the category that the articles leave and of the one they enter. */
export type CategoryMove = { from: string; to: string };

/** The settings without a category, whose addresses redirect to another. Of more redirects than the settings may hold the oldest ends. */
export const withoutCategory = (settings: SiteSettings, { from, to }: CategoryMove): SiteSettings => {
  const others = settings.formerCategories
    // A slug that was given to a category again no longer redirects.
    .filter(({ slug }) => slug !== from && slug !== to)
    .map((former) => (former.now === from ? { ...former, now: to } : former));
  return {
    ...settings,
    categories: settings.categories.filter(({ slug }) => slug !== from),
    formerCategories: [...others, { slug: from, now: to }].slice(-formerCategoryLimit),
  };
};
