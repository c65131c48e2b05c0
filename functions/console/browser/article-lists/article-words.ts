import type { User } from '../session/user.ts';
import { stateNames } from '../ui/state-names.ts';
import { timeInWords } from '../ui/time-in-words.ts';
import type { ListedArticle } from './article-list.ts';
import type { ArticleCount } from './work-lists.ts';

/** "lúc 14:03", "hôm qua 08:00": an instant within a sentence. */
export const whenInWords = (instant: string, now: Date): string => {
  const words = timeInWords(new Date(instant), now);
  return /^\d\d:\d\d$/.test(words) ? `lúc ${words}` : words;
};

/** Where an article is on its way, and when it goes on by itself. */
export const stateInWords = (
  { state, publishedAt, withdrawAt }: Pick<ListedArticle, 'state' | 'publishedAt' | 'withdrawAt'>,
  now: Date,
): string => {
  if (state === 'approved') return `${stateNames.approved}, chờ đăng`;
  if (state === 'scheduled' && publishedAt) return `Hẹn đăng ${whenInWords(publishedAt, now)}`;
  if (state === 'live' && withdrawAt) return `${stateNames.live}, sẽ gỡ ${whenInWords(withdrawAt, now)}`;
  return stateNames[state];
};

/** Whether the working copy holds changes that readers do not see. */
export const hasUnpublishedChanges = ({ status, version, liveVersion }: ListedArticle): boolean =>
  status === 'published' && liveVersion !== null && liveVersion !== version;

/** "lan.tran cập nhật lúc 14:03". */
export const touchedInWords = (
  { updatedBy, updatedAt }: ListedArticle,
  { user, now }: { user: User; now: Date },
): string => `${updatedBy === user.name ? 'Bạn' : updatedBy} cập nhật ${whenInWords(updatedAt, now)}`;

/** Counts above it are not worth their width. */
const largestCount = 99;

/** A count as the eye and as the ear gets it. */
export const countInWords = ({ count, isComplete }: ArticleCount): { short: string; long: string } => {
  if (count > largestCount) return { short: `${largestCount}+`, long: `hơn ${largestCount} bài` };
  return isComplete
    ? { short: String(count), long: `${count} bài` }
    : { short: `${count}+`, long: `ít nhất ${count} bài` };
};
