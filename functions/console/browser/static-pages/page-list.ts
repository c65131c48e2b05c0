import type { SitePage } from '../../../../shared/site/settings.ts';

/** The page that is the same in the other language; undefined without one. Either of both may name the other. */
export const pairOf = (pages: readonly SitePage[], page: SitePage): SitePage | undefined =>
  pages.find(({ slug, translationOf }) => slug === page.translationOf || translationOf === page.slug);

/** The pages with one untied from its pair. */
const untied = (pages: readonly SitePage[], slug: string): SitePage[] =>
  pages.map((page) =>
    page.slug === slug || page.translationOf === slug ? { ...page, translationOf: '' } : page,
  );

/** The pages with one changed, perhaps to another slug, and tied to the pair that it names alone. A page that is new comes last. */
export const withPage = (pages: readonly SitePage[], before: SitePage | null, page: SitePage): SitePage[] => {
  const others = [before?.slug ?? '', page.translationOf].filter((slug) => slug !== '').reduce(untied, pages);
  return before ? others.map((other) => (other.slug === before.slug ? page : other)) : [...others, page];
};

/** The pages that one may be tied to: of the other language, and not tied to a third. */
export const possiblePairs = (
  pages: readonly SitePage[],
  { slug, language }: Pick<SitePage, 'slug' | 'language'>,
): SitePage[] =>
  pages.filter((page) => {
    const pair = pairOf(pages, page);
    return page.slug !== slug && page.language !== language && (!pair || pair.slug === slug);
  });
