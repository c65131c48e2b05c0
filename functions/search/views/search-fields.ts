import { searchPath } from '../../../shared/pages/search-box.tsx';

/** The fields of the search form; empty when they were not sent, or invalid. */
export type SearchFields = { text: string; category: string; from: string; to: string; page: number };

/** The address of a search, without empty parameters. */
export const searchPathOf = ({ text, category, from, to, page }: SearchFields): string => {
  const parameters = {
    q: text,
    'chuyen-muc': category,
    tu: from,
    den: to,
    trang: page > 1 ? String(page) : '',
  };
  const entries = Object.entries(parameters).filter(([, value]) => value !== '');
  return `${searchPath}?${new URLSearchParams(entries)}`;
};
