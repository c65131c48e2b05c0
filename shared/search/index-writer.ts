import type { DatabaseSync } from 'node:sqlite';
import type { SearchableArticle } from './article-text.ts';
import type { SyllableNumbers } from './syllable-numbers.ts';
import { packSequence, syllableBlocks } from './syllable-sequence.ts';
import { titleKeys, tokensOf } from './tokens.ts';

/** The part of an article that the index is made from. Instants are ISO 8601. */
export type IndexedArticle = SearchableArticle & {
  id: string;
  version: number;
  title: string;
  summary: string;
  category: string;
  publishedAt: string;
  withdrawAt: string | null;
};

/** An article as readers see it now; `live` is null when they do not see it. */
export type ArticleChange = { id: string; live: IndexedArticle | null };

/** Returns the function that writes changed articles in one transaction. */
export const indexWriter = (database: DatabaseSync, numbers: SyllableNumbers) => {
  const selectRowid = database.prepare('select rowid from article where id = ?');
  const deleteTokens = database.prepare('delete from token where rowid = ?');
  const deleteArticle = database.prepare('delete from article where rowid = ?');
  const insertTokens = database.prepare('insert into token(rowid, tokens) values (?, ?)');
  const insertArticle = database.prepare(
    'insert into article values (:rowid, :id, :version, :title, :foldedTitle, :exactTitle, :publishedAt, :withdrawAt, :words)',
  );

  const remove = (rowid: number) => {
    deleteTokens.run(rowid);
    deleteArticle.run(rowid);
  };

  const insert = (article: IndexedArticle, rowid: number | null) => {
    const { id, version, title, publishedAt, withdrawAt } = article;
    const { folded, exact } = titleKeys(title);
    const { lastInsertRowid } = insertArticle.run({
      rowid,
      id,
      version,
      title,
      foldedTitle: folded,
      exactTitle: exact,
      publishedAt,
      withdrawAt,
      words: packSequence(syllableBlocks(article), numbers.getOrAdd),
    });
    insertTokens.run(lastInsertRowid, tokensOf(article));
  };

  const write = ({ id, live }: ArticleChange) => {
    const found = selectRowid.get(id);
    const rowid = found ? Number(found.rowid) : null;
    if (rowid !== null) remove(rowid);
    // A corrected article keeps its rowid, and so its place: searches read articles from the newest rowid down.
    if (live) insert(live, rowid);
  };

  return (changes: readonly ArticleChange[]) => {
    database.exec('begin');
    try {
      for (const change of changes) write(change);
      database.exec('commit');
    } catch (error) {
      // SQLite has rolled back by itself when the disk is full or memory short: https://www.sqlite.org/lang_transaction.html
      if (database.isTransaction) database.exec('rollback');
      numbers.reload();
      throw error;
    }
  };
};
