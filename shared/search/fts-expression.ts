import { type TokenKind, tokenPrefixes } from './tokens.ts';

/** A token as a quoted string of FTS5 (https://www.sqlite.org/fts5.html#fts5_strings). Keys contain no quotation marks. */
export const ftsToken = (kind: TokenKind, key: string) => `"${tokenPrefixes[kind]}${key}"`;

export const allOf = (expressions: readonly string[]) =>
  expressions.map((expression) => `(${expression})`).join(' AND ');

export const anyOf = (expressions: readonly string[]) =>
  expressions.map((expression) => `(${expression})`).join(' OR ');

export const withoutAnyOf = (expression: string, excluded: readonly string[]) =>
  excluded.length > 0 ? `(${expression}) NOT (${anyOf(excluded)})` : expression;
