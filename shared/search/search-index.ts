import type { DatabaseSync } from 'node:sqlite';
import { isPublicSql } from '../articles/visibility.ts';
import { type ArticleChange, indexWriter } from './index-writer.ts';
import { candidateLimit } from './limits.ts';
import { syllableNumbers } from './syllable-numbers.ts';
import { containsSequence } from './syllable-sequence.ts';

/** An article that matches, with the columns that the ranking needs. */
export type ArticleRow = {
  rowid: number;
  id: string;
  version: number;
  publishedAt: string;
  foldedTitle: string;
  exactTitle: string;
};

/** Articles that are public at `now` and published in a period: ISO 8601 instants, `before` excluded. */
export type PublicationWindow = { now: string; from: string; before: string };

const matches = `
  from token cross join article on article.rowid = token.rowid
  where token match :match and ${isPublicSql}
    and publishedAt >= :from and publishedAt < :before`;

const rowColumns = 'article.rowid, id, version, publishedAt, foldedTitle, exactTitle';

/** The search index in an open database. docs/search.md explains it. */
export const searchIndex = (database: DatabaseSync) => {
  const numbers = syllableNumbers(database);
  const write = indexWriter(database, numbers);
  const selectMatches = database.prepare(
    `select ${rowColumns} ${matches} order by token.rowid desc limit :limit`,
  );
  const selectRowids = database.prepare(
    'select rowid from token where token match ? order by rowid desc limit ?',
  );
  const selectPublic = database.prepare(
    `select ${rowColumns} from article where rowid = :rowid and ${isPublicSql} and publishedAt >= :from and publishedAt < :before`,
  );
  const countMatches = database.prepare(`select count(*) as n from (select 1 ${matches} limit :limit)`);
  const countDocuments = database.prepare(
    'select count(*) as n from (select 1 from token where token match ? limit ?)',
  );
  const countArticles = database.prepare('select count(*) as n from article');
  const selectWords = database.prepare('select words from article where rowid = ?');
  const selectTitles = database.prepare(
    `select title from article where ${isPublicSql} order by publishedAt desc limit :limit`,
  );
  const countMisplaced = database.prepare(`
    select count(*) as n from (
      select row_number() over (order by rowid) as place, row_number() over (order by publishedAt, rowid) as placeByDate
      from article
    ) where abs(place - placeByDate) > :limit`);
  const selectVersions = database.prepare('select id, version from article order by id');
  /** Articles in the index; null when it has to be counted again. */
  let size: number | null = null;

  return {
    /** Adds, replaces or removes articles: all of them or, on an error, none. */
    apply(changes: readonly ArticleChange[]) {
      size = null;
      write(changes);
    },

    /** The newest articles (by rowid) that match an FTS5 expression. */
    find: (match: string, window: PublicationWindow, limit: number) =>
      selectMatches.all({ match, ...window, limit }) as unknown as ArticleRow[],

    /** The newest rowids that match an FTS5 expression, of articles that are public or not. Costs a twentieth of `find`. */
    findRowids: (match: string, limit: number) =>
      selectRowids.all(match, limit).map(({ rowid }) => Number(rowid)),

    /** The article of a rowid; undefined when it is not public or outside the period. */
    get: (rowid: number, window: PublicationWindow) =>
      selectPublic.get({ rowid, ...window }) as unknown as ArticleRow | undefined,

    /** Articles that match an FTS5 expression, counted up to a limit. */
    count: (match: string, window: PublicationWindow, limit: number) =>
      Number(countMatches.get({ match, ...window, limit })?.n),

    /** Articles that match an FTS5 expression, public or not, counted up to a limit. */
    documentFrequency: (match: string, limit: number) => Number(countDocuments.get(match, limit)?.n),

    /** Whether an article contains, or once contained, a folded syllable. */
    hasSyllable: (folded: string) => numbers.get(folded) !== undefined,

    /** Whether an article contains folded syllables side by side in this order. */
    containsPhrase(rowid: number, phrase: readonly string[]): boolean {
      const words = selectWords.get(rowid)?.words;
      if (!(words instanceof Uint8Array)) return false;
      return containsSequence(
        words,
        phrase.map((folded) => numbers.get(folded) ?? 0),
      );
    },

    /** The titles of the newest public articles. */
    newestTitles: (now: string, limit: number) =>
      selectTitles.all({ now, limit }).map(({ title }) => String(title)),

    /** The version of every article in the index, by id. */
    versions: () => new Map(selectVersions.all().map(({ id, version }) => [String(id), Number(version)])),

    size(): number {
      size ??= Number(countArticles.get()?.n);
      return size;
    },

    /** Articles whose place by date is more than `candidateLimit` from their place by rowid, which searches go by. */
    countMisplaced: () => Number(countMisplaced.get({ limit: candidateLimit })?.n),

    /** Writes the whole index to a new file, optimized and compacted. */
    saveTo(path: string) {
      database.exec("insert into token(token) values ('optimize')");
      database.prepare('vacuum into ?').run(path);
    },

    close: () => database.close(),
  };
};
export type SearchIndex = ReturnType<typeof searchIndex>;
