import { RefusedCall } from '../../../../shared/api/client.ts';
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

/** What is needed of an article that the API returns. */
export type VersionReply = ArticleContent & Omit<ContentVersion, 'content'>;

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

/** An article of the API, as the version that a session of editing starts from. */
export const versionOfReply = (reply: VersionReply): ContentVersion => {
  const { id, version, state, updatedAt, updatedBy } = reply;
  const content = Object.fromEntries(fieldsOfContent.map((field) => [field, reply[field]])) as ArticleContent;
  return { id, version, state, updatedAt, updatedBy, content };
};

/** The newer version that a refusal names; null for any other error. */
export const newerVersionOf = (error: unknown): ContentVersion | null =>
  error instanceof RefusedCall && error.status === 412 && error.problem.current
    ? versionOfReply(error.problem.current)
    : null;

/** A text as the server normalizes it. */
const normalized = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
const comparable = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? normalized(inner) : inner));

/** Whether two values of a field are equal for the server. */
export const isSameValue = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b);

/** Whether two contents are equal in every field. */
export const isSameContent = (a: ArticleContent, b: ArticleContent): boolean =>
  fieldsOfContent.every((field) => isSameValue(a[field], b[field]));

/** Whether the server would take the content as far as its required fields go. */
export const isComplete = ({ title, category }: ArticleContent): boolean =>
  title.trim() !== '' && category !== '';
