import { invalidField } from '../errors.ts';
import type { Article } from './article.ts';
import type { PublishRequest } from './requests.ts';
import { stateAt } from './workflow.ts';

type Requested = Partial<Pick<PublishRequest, 'publishedAt' | 'withdrawAt' | 'updatedAt' | 'quiet'>>;
type Times = { publishedAt: string; withdrawAt: string | null; updatedAt: string };

/**
 * When an article is public, and its date of update. The date of a first publication is that of the publication, so that an imported old
 * article does not claim to be updated today; that of a correction is now, unless it is quiet. Throws `invalid_fields` for contradictory
 * times.
 */
export const publicationTimes = (before: Article, asked: Requested, now: Date): Times => {
  const isShownAlready = ['scheduled', 'live'].includes(stateAt(before, now));
  const kept = isShownAlready ? before : { publishedAt: null, withdrawAt: null };
  const publishedAt = asked.publishedAt ?? kept.publishedAt ?? now.toISOString();
  const withdrawAt = asked.withdrawAt === undefined ? kept.withdrawAt : asked.withdrawAt;
  if (withdrawAt !== null && (withdrawAt <= publishedAt || withdrawAt <= now.toISOString())) {
    throw invalidField('withdrawAt', 'Giờ gỡ phải sau giờ đăng và sau lúc này');
  }
  if (asked.updatedAt !== undefined && asked.updatedAt < publishedAt) {
    throw invalidField('updatedAt', 'Ngày cập nhật không thể trước ngày đăng');
  }
  if (asked.updatedAt !== undefined && asked.updatedAt > later(publishedAt, now.toISOString())) {
    throw invalidField('updatedAt', 'Ngày cập nhật chưa đến');
  }
  const unchanged = (isShownAlready && before.liveUpdatedAt) || publishedAt;
  const corrected = isShownAlready && !asked.quiet ? now.toISOString() : unchanged;
  return { publishedAt, withdrawAt, updatedAt: asked.updatedAt ?? later(publishedAt, corrected) };
};

const later = (a: string, b: string) => (a > b ? a : b);
