import type * as z from 'zod/mini';
import { maxUserNameLength, maxWordsLength } from '../../../../shared/articles/list-limits.ts';
import type { articleListQuery } from '../../../../shared/articles/requests.ts';
import type { User } from '../session/user.ts';

/** The lists of the page, in their order; `id` is in the address. */
export const tabs = [
  { id: 'cua-toi', label: 'Bài của tôi', list: 'all', counted: 'mine' },
  { id: 'cho-toi', label: 'Chờ tôi', list: 'waiting', counted: 'waiting' },
  { id: 'ban-nhap', label: 'Bản nháp', list: 'draft', counted: 'draft' },
  { id: 'hen-gio', label: 'Hẹn giờ', list: 'scheduled', counted: 'scheduled' },
  { id: 'dang-dang', label: 'Đang đăng', list: 'live', counted: 'live' },
  { id: 'da-go', label: 'Đã gỡ', list: 'withdrawn', counted: 'withdrawn' },
  { id: 'tat-ca', label: 'Tất cả', list: 'all', counted: null },
] as const;
export type Tab = (typeof tabs)[number];
const [ownTab] = tabs;

/** Authors have no list of all: they see their own alone. */
export const tabsOf = ({ role }: User): readonly Tab[] =>
  role === 'author' ? tabs.filter(({ id }) => id !== 'tat-ca') : tabs;

/** The list that the address names, and what it is narrowed to; empty texts narrow nothing. */
export type WorkQuery = { tab: Tab; category: string; createdBy: string; words: string };

/** Whether a list holds articles of several people, so that it can be narrowed to one. */
export const hasSeveralAuthors = ({ tab }: Pick<WorkQuery, 'tab'>, { role }: User) =>
  role !== 'author' && tab !== ownTab;

/** The list of an address's parameters; what cannot be meant is left out. */
export const parseWorkQuery = (parameters: Readonly<Record<string, string>>, user: User): WorkQuery => {
  const { muc, 'chuyen-muc': category = '', 'nguoi-tao': createdBy = '', tim: words = '' } = parameters;
  const tab = tabsOf(user).find(({ id }) => id === muc) ?? ownTab;
  return {
    tab,
    category,
    createdBy: hasSeveralAuthors({ tab }, user) ? createdBy.trim().slice(0, maxUserNameLength) : '',
    words: [...words.trim()].slice(0, maxWordsLength).join(''),
  };
};

/** The address of a list. */
export const workAddress = ({ tab, category, createdBy, words }: WorkQuery): string => {
  const parameters = [
    ['muc', tab === ownTab ? '' : tab.id],
    ['chuyen-muc', category],
    ['nguoi-tao', createdBy],
    ['tim', words],
  ].filter(([, value]) => value !== '');
  const query = new URLSearchParams(parameters).toString();
  return `/quan-tri/${query && `?${query}`}`;
};

export const isNarrowed = ({ category, createdBy, words }: WorkQuery): boolean =>
  category !== '' || createdBy !== '' || words !== '';

export type ListRequest = Omit<z.input<typeof articleListQuery>, 'cursor' | 'limit'>;

/** What the API is asked for. */
export const listRequest = ({ tab, category, createdBy, words }: WorkQuery, user: User): ListRequest => ({
  status: tab.list,
  ...(category !== '' && { category }),
  ...(tab === ownTab ? { createdBy: user.name } : createdBy !== '' && { createdBy }),
  ...(words !== '' && { words }),
});
