import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isPublicSql } from '../articles/visibility.ts';
import type { Searchable } from './article-text.ts';
import { titleKeys, tokenCharacters, tokensOf } from './tokens.ts';
import { isPacked, packWords, wordsOf } from './words.ts';

/** "CTsi": a database of another program is none of ours. https://www.sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x43_54_73_69;
/** Raised whenever tables, tokens or folding change: an index of another version is built anew. */
export const indexVersion = 1;

/** What the index needs to know of an article. */
export type Indexable = Searchable & {
  id: string;
  version: number;
  title: string;
  summary: string;
  category: string;
  publishedAt: string;
  withdrawAt: string | null;
};

/** An article that matches, with what the rank looks at. */
export type Row = {
  rowid: number;
  id: string;
  version: number;
  publishedAt: string;
  foldedTitle: string;
  exactTitle: string;
};

/** Which articles may answer: those that are public at `now`, of these times (ISO instants, `before` excluded). */
export type Window = { now: string; from: string; before: string };

const schema = `
  create table article(
    rowid integer primary key, id text not null unique, version integer not null, title text not null,
    foldedTitle text not null, exactTitle text not null, publishedAt text not null, withdrawAt text,
    words blob not null
  );
  create table syllable(number integer primary key, folded text not null unique);
  create table site(id text not null);
  create virtual table token using fts5(
    tokens, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '${tokenCharacters}'"
  );
  pragma application_id = ${applicationId};
  pragma user_version = ${indexVersion};
`;

const matching = `
  from token cross join article on article.rowid = token.rowid
  where token match :match and ${isPublicSql}
    and publishedAt >= :from and publishedAt < :before`;

/** A database in a file that has no name any more: whatever becomes of the process, nothing stays behind. */
const openTemporary = (bytes?: Uint8Array): DatabaseSync => {
  const directory = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    const file = join(directory, 'index');
    if (bytes) writeFileSync(file, bytes);
    const database = new DatabaseSync(file);
    // Kept in memory, for a journal would look for the file. Nothing here has to outlive a crash.
    database.exec('pragma journal_mode = memory; pragma synchronous = off');
    return database;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** A new index, empty. */
export const createIndex = (siteId: string): SearchIndex => {
  const database = openTemporary();
  database.exec(schema);
  database.prepare('insert into site values (?)').run(siteId);
  return searchIndex(database);
};

/** An index from the bytes of another, as `bytes()` gave them. Throws for what is not an index of this version and site. */
export const openIndex = (bytes: Uint8Array, siteId: string): SearchIndex => {
  const database = openTemporary(bytes);
  try {
    const found = {
      ...database.prepare('pragma application_id').get(),
      ...database.prepare('pragma user_version').get(),
    };
    if (found.application_id !== applicationId) throw new Error('Not an index');
    if (found.user_version !== indexVersion) throw new Error(`An index of version ${found.user_version}`);
    const site = database.prepare('select id from site').get();
    if (site?.id !== siteId) throw new Error('An index of another site');
    return searchIndex(database);
  } catch (error) {
    database.close();
    throw error;
  }
};

const searchIndex = (database: DatabaseSync) => {
  const statements = {
    rows: database.prepare(
      `select article.rowid, id, version, publishedAt, foldedTitle, exactTitle ${matching} order by token.rowid desc limit :limit`,
    ),
    count: database.prepare(`select count(*) as n from (select 1 ${matching} limit :limit)`),
    frequency: database.prepare(
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
    // An article that is corrected keeps its place among the others: they are looked through from the newest on.
    const { lastInsertRowid } = statements.addArticle.run({
      rowid: before ? Number(before.rowid) : null,
      ...{ id, version, title, foldedTitle, exactTitle, publishedAt, withdrawAt },
      words: packWords(wordsOf(article), numberOf),
    });
    statements.addTokens.run(lastInsertRowid, tokensOf(article));
    size += 1;
  };

  return {
    /** Makes of each article what it now is, or takes it out: all of them or, should one fail, none. */
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

    /** The newest articles that match, as the index has them. */
    rows: (match: string, window: Window, limit: number) =>
      statements.rows.all({ match, ...window, limit }) as unknown as Row[],

    /** How many match, counted up to a limit. */
    count: (match: string, window: Window, limit: number) =>
      Number(statements.count.get({ match, ...window, limit })?.n),

    /** How many hold a token, counted up to a limit, whether readers may see them or not. */
    frequency: (match: string, limit: number) => Number(statements.frequency.get(match, limit)?.n),

    /** Whether any article holds, or held, a syllable. */
    knows: (folded: string) => numbers.has(folded),

    /** Whether an article holds these syllables one right after the other. */
    holdsTogether(rowid: number, syllables: readonly string[]): boolean {
      const words = statements.words.get(rowid)?.words;
      if (!(words instanceof Uint8Array)) return false;
      return isPacked(
        words,
        syllables.map((folded) => numbers.get(folded) ?? 0),
      );
    },

    /** The titles of the newest articles. */
    titles: (now: string, limit: number) =>
      statements.titles.all({ now, limit }).map(({ title }) => String(title)),

    /** The version of every article that is indexed, by id. */
    versions: () =>
      new Map(statements.versions.all().map(({ id, version }) => [String(id), Number(version)])),

    size: () => size,

    /** The whole index as bytes, tidied up. */
    bytes(): Buffer {
      database.exec("insert into token(token) values ('optimize')");
      const file = join(mkdtempSync(join(tmpdir(), 'search-')), 'index');
      try {
        database.prepare('vacuum into ?').run(file);
        return readFileSync(file);
      } finally {
        rmSync(join(file, '..'), { recursive: true });
      }
    },

    close: () => database.close(),
  };
};
export type SearchIndex = ReturnType<typeof searchIndex>;
