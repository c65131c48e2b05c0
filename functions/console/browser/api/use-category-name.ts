import { useSite } from './site-context.ts';

/** A function that names a category; by its address while the settings are loading, or when it is retired. */
export const useCategoryName = () => {
  const { settings } = useSite();
  return (category: string): string =>
    settings.value?.categories.find(({ slug }) => slug === category)?.name ?? category;
};
