import { invalidField } from '../errors.ts';
import type { Article } from './article.ts';
import type { PublishRequest } from './requests.ts';
import { stateAt } from './workflow.ts';

type PublicationOptions = Partial<Pick<PublishRequest, 'publishedAt' | 'withdrawAt' | 'updatedAt' | 'quiet'>>;
type PublicationTimes = { publishedAt: string; withdrawAt: string | null; updatedAt: string };

/**
 * When an article is public, and its date of update. The date of a first publication is that of the publication, so that an imported old
 * article does not claim to be updated today; that of a correction is now, unless it is quiet. Throws `invalid_fields` for contradictory
 * times.
 */
export const publicationTimes = (
  before: Article,
  options: PublicationOptions,
  now: Date,
): PublicationTimes => {
  const isPublished = ['scheduled', 'live'].includes(stateAt(before, now));
  const current = isPublished ? before : { publishedAt: null, withdrawAt: null };
  const publishedAt = options.publishedAt ?? current.publishedAt ?? now.toISOString();
  const withdrawAt = options.withdrawAt === undefined ? current.withdrawAt : options.withdrawAt;
  if (withdrawAt !== null && (withdrawAt <= publishedAt || withdrawAt <= now.toISOString())) {
    throw invalidField('withdrawAt', 'Giờ gỡ phải sau giờ đăng và sau lúc này');
  }
  if (options.updatedAt !== undefined && options.updatedAt < publishedAt) {
    throw invalidField('updatedAt', 'Ngày cập nhật không thể trước ngày đăng');
  }
  if (options.updatedAt !== undefined && options.updatedAt > later(publishedAt, now.toISOString())) {
    throw invalidField('updatedAt', 'Ngày cập nhật chưa đến');
  }
  const unchanged = (isPublished && before.liveUpdatedAt) || publishedAt;
  const updatedAt = isPublished && !options.quiet ? now.toISOString() : unchanged;
  return { publishedAt, withdrawAt, updatedAt: options.updatedAt ?? later(publishedAt, updatedAt) };
};

const later = (a: string, b: string) => (a > b ? a : b);
