import type * as z from 'zod/mini';
import type { publishRequest } from '../../../../shared/articles/requests.ts';
import { distanceInWords, momentInWords, parseLocalInput, publicationSentence } from './publication-words.ts';
import type { Dated } from './state-words.ts';

/** What somebody has chosen for a publication; times are values of `datetime-local` fields. */
export type PublicationChoice = {
  when: 'now' | 'at' | 'unchanged';
  at: string;
  hasWithdrawal: boolean;
  withdrawAt: string;
  isQuiet: boolean;
  note: string;
};
export type PublicationPlan = {
  /** The body of the request; null while a time is missing or contradictory. */
  request: z.input<typeof publishRequest> | null;
  /** What will happen, a sentence each. */
  sentences: string[];
  /** Why a time cannot be taken. */
  problems: { at?: string; withdrawAt?: string };
};

/** What a choice means at an instant, by the rules of `publicationTimes` of shared/articles. */
export const publicationPlan = (choice: PublicationChoice, article: Dated, now: Date): PublicationPlan => {
  const at = publicationOf(choice, article, now);
  const withdrawal = choice.hasWithdrawal ? parseLocalInput(choice.withdrawAt) : null;
  const problems = problemsOf({ choice, at, withdrawal, now });
  const sentences =
    at === null
      ? []
      : [
          ...publicationSentences(choice, article, at, now),
          withdrawal
            ? `Tự gỡ lúc ${momentInWords(withdrawal)} (${distanceInWords(withdrawal, now)}).`
            : 'Không tự gỡ.',
        ];
  return {
    sentences,
    problems,
    request: problems.at || problems.withdrawAt ? null : requestOf({ choice, article, at, withdrawal }),
  };
};

const publicationOf = ({ when, at }: PublicationChoice, { publishedAt }: Dated, now: Date): Date | null => {
  if (when === 'at') return parseLocalInput(at);
  return when === 'unchanged' && publishedAt !== null ? new Date(publishedAt) : now;
};

type Times = { choice: PublicationChoice; at: Date | null; withdrawal: Date | null };

const problemsOf = ({ choice, at, withdrawal, now }: Times & { now: Date }): PublicationPlan['problems'] => {
  if (at === null) return { at: 'Hãy chọn ngày và giờ đăng.' };
  if (!choice.hasWithdrawal) return {};
  if (withdrawal === null) return { withdrawAt: 'Hãy chọn ngày và giờ gỡ.' };
  return withdrawal <= at || withdrawal <= now
    ? { withdrawAt: 'Giờ gỡ phải sau giờ đăng và sau lúc này.' }
    : {};
};

const publicationSentences = (
  { when, isQuiet }: PublicationChoice,
  { state }: Dated,
  at: Date,
  now: Date,
): string[] => {
  if (state === 'live' && when === 'unchanged') {
    return [
      'Người đọc thấy bản sửa ngay, ở địa chỉ cũ.',
      isQuiet ? 'Không ghi ngày cập nhật.' : 'Bài ghi ngày cập nhật hôm nay.',
    ];
  }
  if (when === 'now') return ['Đăng ngay: mọi người đọc được trong vài giây.'];
  if (at > now) return [`${publicationSentence(at, now)}.`];
  return [`Giờ này đã qua: mọi người đọc được ngay, ngày đăng ghi là ${momentInWords(at)}.`];
};

const requestOf = ({
  choice,
  article,
  at,
  withdrawal,
}: Times & { article: Dated }): PublicationPlan['request'] => {
  // Left out, the time of a scheduled article would stay.
  const isExplicit = choice.when === 'at' || (choice.when === 'now' && article.state === 'scheduled');
  return {
    note: choice.note,
    quiet: choice.isQuiet,
    withdrawAt: withdrawal?.toISOString() ?? null,
    ...(isExplicit && at && { publishedAt: at.toISOString() }),
  };
};
