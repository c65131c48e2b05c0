import type { FoundDraft } from './device-drafts.ts';
import { readableText } from './readable-text.ts';

/** The words of a draft, for people to copy where it cannot be opened in the form. */
export const draftText = (draft: FoundDraft): string => {
  if (!draft.isReadable) return draft.text;
  const { title, summary, body } = draft.content;
  return [title, summary, readableText(body)].filter((text) => text !== '').join('\n\n');
};
