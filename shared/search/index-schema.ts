import { tokenCharacters } from './tokens.ts';

/** "CTsi": marks our databases, so that those of other programs are refused. https://www.sqlite.org/pragma.html#pragma_application_id */
export const applicationId = 0x43_54_73_69;

/** The versions of the index that some code writes and reads. */
export type IndexVersions = { written: number; oldestRead: number };

/**
 * `written` is raised with every change of tables, tokens or folding. Code must read the version before its own, perhaps with worse
 * answers: that index serves until the compactor has written one of the new version.
 */
export const indexVersions: IndexVersions = { written: 1, oldestRead: 1 };

export const isReadable = (version: number, { written, oldestRead }: IndexVersions) =>
  version >= oldestRead && version <= written;

/** `words` holds the syllables of an article in order (`syllable-sequence.ts`), as numbers of the table `syllable`. */
export const indexSchema = (version: number) => `
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
  pragma user_version = ${version};
`;
