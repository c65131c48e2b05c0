import { useEffect, useMemo } from 'preact/hooks';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import type { ContentVersion, NewArticle } from '../drafts/content-version.ts';
import { createDraftSession } from '../drafts/draft-session.ts';
import type { DraftSession } from '../drafts/draft-session-types.ts';
import { useDrafts } from '../drafts/drafts-context.ts';

/** A session of editing that lives as long as the component. */
export const useDraftSession = (
  opened: ContentVersion | NewArticle,
  read: () => ArticleContent,
): DraftSession => {
  const dependencies = useDrafts();
  const session = useMemo(() => createDraftSession(dependencies, opened, read), []);
  useEffect(() => () => void session.stop(), []);
  return session;
};
