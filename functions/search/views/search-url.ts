import { searchPath } from '../../../shared/pages/search-box.tsx';
import type { SearchFields } from '../search-form.ts';

/** The URL of a search, without the parameters of empty fields. */
export const searchUrl = ({ text, category, from, to, page }: SearchFields): string => {
  const parameters = {
    q: text,
    'chuyen-muc': category,
    tu: from,
    den: to,
    trang: page > 1 ? String(page) : '',
  };
  return `${searchPath}?${new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''))}`;
};
