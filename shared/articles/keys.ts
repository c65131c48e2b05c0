import type { Key } from '../table/table-store.ts';
import type { ArticleStatus } from './state.ts';

/** Keys of articles in the content table. Each begins with the site, so one table can hold many sites. */
export const articleKeys = (siteId: string) => {
  const key = (id: string, sk: string): Key => ({ pk: `${siteId}#ARTICLE#${id}`, sk });
  const tagList = (tag: string) => `${siteId}#TAG#${tag}`;
  return {
    draft: (id: string) => key(id, 'DRAFT'),
    /** In a partition of its own, so that IAM can let functions read live versions and no drafts. */
    live: (id: string): Key => ({ pk: `${siteId}#LIVE#${id}`, sk: 'LIVE' }),
    /** Zero-padded, so that revisions sort by number. */
    revision: (id: string, version: number) => key(id, `REV#${String(version).padStart(8, '0')}`),
    /** The partition of change records. */
    changes: () => `${siteId}#CHANGES`,
    change: (id: string, version: number): Key => ({
      pk: `${siteId}#CHANGES`,
      sk: `CHANGE#${id}#${version}`,
    }),
    /** An address of an older site. */
    redirect: (address: string): Key => ({ pk: `${siteId}#REDIRECT#${address}`, sk: 'REDIRECT' }),
    siteFeed: () => siteId,
    categoryFeed: (category: string) => `${siteId}#${category}`,
    tagList,
    /** An entry in the list of a tag. */
    tagged: (tag: string, position: string): Key => ({ pk: tagList(tag), sk: position }),
    editorialStatus: (status: ArticleStatus) => `${siteId}#${status}`,
  };
};
