import { addMonths, monthOf, monthsUntil } from '../../../../shared/time/local-day.ts';

/** Months that are offered beside the one that is shown: two years. */
const offeredMonths = 24;
/** Of the parameter `thang`: no earlier month than the API takes. */
const monthPattern = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

/** The month of an address, this month for one that has not begun or is none. `today` is a day. */
export const parseMonth = (given: string | undefined, today: string): string => {
  const current = monthOf(today);
  return given !== undefined && monthPattern.test(given) && given <= current ? given : current;
};

export const royaltiesAddress = (month: string) => `/quan-tri/nhuan-but?thang=${month}`;

/** Months to choose from, newest first: the last two years, and the one that is shown. */
export const monthChoices = (month: string, today: string): string[] => {
  const recent = monthsUntil(monthOf(today), offeredMonths);
  return [...new Set([...recent, month])].sort().toReversed();
};

/** The months before and after one; null after this month. */
export const neighbours = (month: string, today: string): { before: string; after: string | null } => ({
  before: addMonths(month, -1),
  after: month < monthOf(today) ? addMonths(month, 1) : null,
});
