import { stateInWords } from '../article-lists/article-words.ts';
import type { StaticPage } from './use-static-pages.ts';

/** The state of a page's article, and what it means for the link in the footer. */
export const PageState = ({
  article,
  isLinked,
  now,
}: {
  article: StaticPage;
  isLinked: boolean;
  now: Date;
}) => (
  <p class={`page-state ${article.state}`}>
    {stateInWords(article, now)}
    {isLinked && article.state !== 'live' && <small>người đọc chưa thấy liên kết này</small>}
  </p>
);
