import { tokenCharacters } from './tokens.ts';

/** "CTsi": marks our databases, so that those of other programs are refused. https://www.sqlite.org/pragma.html#pragma_application_id */
export const applicationId = 0x43_54_73_69;

/** Raised with every change of tables, tokens or folding: an index of another version is rebuilt. */
export const indexVersion = 1;

/** `words` holds the syllables of an article in order (`syllable-sequence.ts`), as numbers of the table `syllable`. */
export const indexSchema = `
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
