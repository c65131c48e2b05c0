import type { ArticleContent } from '../../../../shared/articles/content.ts';

/** A draft on this device that an earlier tab left. */
export type FoundDraft = {
  /** The record's key in the store. */
  key: string;
  /** The id that the article has or will have. */
  articleId: string;
  /** Whether the server had the article when the draft was kept. */
  isNew: boolean;
  /** When it was kept, ISO 8601; null for a record that cannot be read. */
  keptAt: string | null;
  /** The version that the draft was typed on, and its content. */
  base: { version: number; content: ArticleContent } | null;
  /** Null for a record that an older program wrote or that is damaged: `text` has what it says. */
  content: ArticleContent | null;
  /** The words of an unreadable record, for people to copy. */
  text: string;
};
