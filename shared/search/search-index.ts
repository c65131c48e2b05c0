import type { DatabaseSync } from 'node:sqlite';
import { isPublicSql } from '../articles/visibility.ts';
import type { Searchable } from './article-text.ts';
import { createDatabase, databaseBytes, openDatabase } from './index-database.ts';
import { hasSequence, packWords, wordsOf } from './packed-words.ts';
import { titleKeys, tokensOf } from './tokens.ts';

/** The fields of an article that the index stores. */
export type Indexable = Searchable & {
  id: string;
  version: number;
  title: string;
  summary: string;
  category: string;
  publishedAt: string;
  withdrawAt: string | null;
};

/** An article that matches, with the fields that it is ranked by. */
export type IndexRow = {
  rowid: number;
  id: string;
  version: number;
  publishedAt: string;
  foldedTitle: string;
  exactTitle: string;
};

/** Articles that are public at `now` and published within a range (ISO instants; `before` is exclusive). */
export type Window = { now: string; from: string; before: string };

const matchClause = `
  from token cross join article on article.rowid = token.rowid
  where token match :match and ${isPublicSql}
    and publishedAt >= :from and publishedAt < :before`;

/** A new, empty index. */
export const createIndex = (siteId: string): SearchIndex => searchIndex(createDatabase(siteId));

/** An index from the bytes of another, as `bytes()` returned them. Throws for bytes that are not an index of this version and site. */
export const openIndex = (bytes: Uint8Array, siteId: string): SearchIndex =>
  searchIndex(openDatabase(bytes, siteId));

const searchIndex = (database: DatabaseSync) => {
  const statements = {
    rows: database.prepare(
      `select article.rowid, id, version, publishedAt, foldedTitle, exactTitle ${matchClause} order by token.rowid desc limit :limit`,
    ),
    count: database.prepare(`select count(*) as n from (select 1 ${matchClause} limit :limit)`),
    documentFrequency: database.prepare(
      'select count(*) as n from (select 1 from token where token match ? limit ?)',
    ),
    find: database.prepare('select rowid, version from article where id = ?'),
    size: database.prepare('select count(*) as n from article'),
    syllables: database.prepare('select number, folded from syllable'),
    words: database.prepare('select words from article where rowid = ?'),
    titles: database.prepare(
      `select title from article where ${isPublicSql} order by publishedAt desc limit :limit`,
    ),
    versions: database.prepare('select id, version from article order by id'),
    removeTokens: database.prepare('delete from token where rowid = ?'),
    removeArticle: database.prepare('delete from article where rowid = ?'),
    addArticle: database.prepare(
      'insert into article values (:rowid, :id, :version, :title, :foldedTitle, :exactTitle, :publishedAt, :withdrawAt, :words)',
    ),
    addTokens: database.prepare('insert into token(rowid, tokens) values (?, ?)'),
    addSyllable: database.prepare('insert into syllable(folded) values (?)'),
  };
  let size = Number(statements.size.get()?.n);
  const numbers = new Map(
    statements.syllables.all().map(({ number, folded }) => [String(folded), Number(number)]),
  );

  const numberOf = (folded: string): number => {
    const known = numbers.get(folded);
    if (known !== undefined) return known;
    const number = Number(statements.addSyllable.run(folded).lastInsertRowid);
    numbers.set(folded, number);
    return number;
  };

  const put = (id: string, article: Indexable | null) => {
    const before = statements.find.get(id);
    if (before) {
      statements.removeTokens.run(Number(before.rowid));
      statements.removeArticle.run(Number(before.rowid));
      size -= 1;
    }
    if (!article) return;
    const { version, title, publishedAt, withdrawAt } = article;
    const { folded: foldedTitle, exact: exactTitle } = titleKeys(title);
    // A corrected article keeps its rowid: rows are scanned from the newest on.
    const { lastInsertRowid } = statements.addArticle.run({
      rowid: before ? Number(before.rowid) : null,
      id,
      version,
      title,
      foldedTitle,
      exactTitle,
      publishedAt,
      withdrawAt,
      words: packWords(wordsOf(article), numberOf),
    });
    statements.addTokens.run(lastInsertRowid, tokensOf(article));
    size += 1;
  };

  return {
    /** Replaces or removes articles, in one transaction. */
    apply(articles: readonly { id: string; live: Indexable | null }[]) {
      database.exec('begin');
      try {
        for (const { id, live } of articles) put(id, live);
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        numbers.clear();
        for (const { number, folded } of statements.syllables.all())
          numbers.set(String(folded), Number(number));
        size = Number(statements.size.get()?.n);
        throw error;
      }
    },

    /** The newest articles that match. */
    rows: (match: string, window: Window, limit: number) =>
      statements.rows.all({ match, ...window, limit }) as unknown as IndexRow[],

    /** The number of matches, counted up to a limit. */
    count: (match: string, window: Window, limit: number) =>
      Number(statements.count.get({ match, ...window, limit })?.n),

    /** The number of articles with a token, public or not, counted up to a limit. */
    frequency: (match: string, limit: number) => Number(statements.documentFrequency.get(match, limit)?.n),

    /** Whether any article has, or had, a syllable. */
    hasSyllable: (folded: string) => numbers.has(folded),

    /** Whether an article has the syllables one right after the other. */
    hasAdjacent(rowid: number, syllables: readonly string[]): boolean {
      const words = statements.words.get(rowid)?.words;
      if (!(words instanceof Uint8Array)) return false;
      return hasSequence(
        words,
        syllables.map((folded) => numbers.get(folded) ?? 0),
      );
    },

    /** The titles of the newest public articles. */
    titles: (now: string, limit: number) =>
      statements.titles.all({ now, limit }).map(({ title }) => String(title)),

    /** The version of every indexed article, by id. */
    versions: () =>
      new Map(statements.versions.all().map(({ id, version }) => [String(id), Number(version)])),

    size: () => size,

    /** The optimized index as bytes. */
    bytes: (): Buffer => databaseBytes(database),

    close: () => database.close(),
  };
};
export type SearchIndex = ReturnType<typeof searchIndex>;
