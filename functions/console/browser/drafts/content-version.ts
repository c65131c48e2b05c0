import type { ArticleContent } from '../../../../shared/articles/content.ts';
import type { ArticleState } from '../../../../shared/articles/state.ts';

/** A version of an article as the server has it. */
export type ContentVersion = {
  id: string;
  version: number;
  state: ArticleState;
  content: ArticleContent;
  /** ISO 8601, of the server's clock. */
  updatedAt: string;
  updatedBy: string;
};

/** An article that the server does not have yet. */
export type NewArticle = { id: null; version: null; state: 'draft'; content: ArticleContent };

/** The fields that a person writes; the type makes the list complete. */
const contentFields: Record<keyof ArticleContent, true> = {
  title: true,
  summary: true,
  body: true,
  category: true,
  tags: true,
  author: true,
  source: true,
  cover: true,
  gallery: true,
  oldUrls: true,
};
export const fieldsOfContent = Object.keys(contentFields) as (keyof ArticleContent)[];

/** The content of an article as the API returns it, without its other fields. */
export const contentOfReply = (reply: ArticleContent): ArticleContent =>
  Object.fromEntries(fieldsOfContent.map((field) => [field, reply[field]])) as ArticleContent;

/** An article of the API, as the version that a session of editing starts from. */
export const versionOfReply = (reply: ArticleContent & Omit<ContentVersion, 'content'>): ContentVersion => {
  const { id, version, state, updatedAt, updatedBy } = reply;
  return { id, version, state, updatedAt, updatedBy, content: contentOfReply(reply) };
};

/** Whether two contents are equal in every field. */
export const isSameContent = (a: ArticleContent, b: ArticleContent): boolean =>
  fieldsOfContent.every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));
