import type { Activity } from '../../../../shared/activity/activity.ts';
import { dayLimit, isTooLong } from '../../../../shared/activity/activity-filter.ts';
import { kindNames } from '../../../../shared/activity/activity-words.ts';
import { addDays } from '../../../../shared/time/local-day.ts';

type Kind = Activity['subject']['kind'];

/** What the log is narrowed to; an empty text narrows nothing. */
export type ActivityQuery = {
  from: string;
  to: string;
  by: string;
  kind: Kind | '';
  article: string;
  image: string;
};
/** Names in the address. */
const parameters = {
  from: 'tu',
  to: 'den',
  by: 'nguoi',
  kind: 'loai',
  article: 'bai',
  image: 'anh',
} as const satisfies Record<keyof ActivityQuery, string>;

/** Days that are shown at first. */
const firstDays = 7;
const dayPattern = /^\d{4}-\d\d-\d\d$/;
const idPattern = /^[0-9a-z]{26}$/;
const userNameLength = 128;

const isKind = (text: string): text is Kind => Object.hasOwn(kindNames, text);

/** The query of an address; what cannot be meant is left out. Without an article, image or person it has days. */
export const parseActivityQuery = (given: Readonly<Record<string, string>>, today: string): ActivityQuery => {
  const text = (field: keyof ActivityQuery) => (given[parameters[field]] ?? '').trim();
  const matching = (field: keyof ActivityQuery, pattern: RegExp) =>
    pattern.test(text(field)) ? text(field) : '';
  const article = matching('article', idPattern);
  const query: ActivityQuery = {
    from: matching('from', dayPattern),
    to: matching('to', dayPattern),
    by: text('by').slice(0, userNameLength),
    kind: isKind(text('kind')) ? (text('kind') as Kind) : '',
    article,
    image: article === '' ? matching('image', idPattern) : '',
  };
  if (query.from !== '' || query.to !== '' || !isByDay(query)) return query;
  return { ...query, from: addDays(today, 1 - firstDays), to: today };
};

const isByDay = ({ by, article, image }: ActivityQuery) => by === '' && article === '' && image === '';

export const activityAddress = (query: Partial<ActivityQuery>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(
    given.map(([field, value]) => [parameters[field as keyof ActivityQuery], value]),
  ).toString();
  return `/quan-tri/nhat-ky${search && `?${search}`}`;
};

/** What the API is asked for. */
export const activityRequest = (
  query: ActivityQuery,
): Partial<Omit<ActivityQuery, 'kind'> & { kind: Kind }> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));

/** Why the days of a query cannot be listed; undefined when they can. */
export const daysProblem = (query: ActivityQuery, today: string): string | undefined => {
  const from = query.from || query.to || today;
  const to = query.to || today;
  if (from > to) return 'Ngày đầu phải trước hoặc trùng ngày cuối.';
  return isByDay(query) && isTooLong({ from, to })
    ? `Xem được tối đa ${dayLimit} ngày một lần. Muốn xem lâu hơn, hãy chọn một người.`
    : undefined;
};
