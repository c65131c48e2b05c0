import * as z from 'zod/mini';
import { ulidPattern } from '../ids.ts';
import type { Item, Key, TableWrite } from '../table/table-store.ts';
import { addDays } from '../time/local-day.ts';

/** Articles of a page of reads: its item stays below 1 KB, the smallest unit of a write. */
const pageArticleLimit = 30;
/** Days that article reads are stored: the longest most-read list covers 30 days. */
const readRetentionDays = 32;

/** The attribute with the reads of an article. One attribute per article, so that counting needs no read. */
const readsAttribute = (article: string) => `a${article}`;
const readsPattern = new RegExp(`^a(${ulidPattern})$`);

/** Adds a read of each of some articles to a page of a day. */
export const addReads = (key: Key, day: string, articles: readonly string[]): TableWrite => ({
  update: key,
  change: `SET expiresAt = :expiry ADD ${articles.map((id) => `${readsAttribute(id)} :one`).join(', ')}`,
  values: { ':expiry': Date.parse(addDays(day, readRetentionDays)) / 1000, ':one': 1 },
});

/** The reads of a page by article. */
export const parseReads = (item: Item): [article: string, readers: number][] =>
  Object.entries(item).flatMap(([name, readers]) => {
    const article = readsPattern.exec(name)?.[1];
    return article === undefined ? [] : [[article, z.int().parse(readers)]];
  });

/**
 * Chooses the page of a day to which the reads of a beacon are added: the last one, or a new one when that is full. Each execution
 * environment fills pages of its own, so nothing must be read to find one, and beacons do not conflict over it.
 */
export const readsPages = (newId: () => string) => {
  let page = { id: '', day: '', articles: new Set<string>() };

  return (day: string, articles: readonly string[]): string => {
    const filled = new Set([...page.articles, ...articles]);
    page =
      page.day === day && filled.size <= pageArticleLimit
        ? { ...page, articles: filled }
        : { id: newId(), day, articles: new Set(articles) };
    return page.id;
  };
};
