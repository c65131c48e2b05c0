import { slugOf } from '../../../../shared/articles/slug.ts';
import type { SitePage } from '../../../../shared/site/settings.ts';
import { pageNameLength } from './page-problems.ts';

/** Characters of a slug in the settings. */
const slugLength = 60;

/** The link that is proposed for an article: its title, as far as it fits. */
export const suggestedPage = ({ id, title }: { id: string; title: string }): SitePage => ({
  slug: cutAt(slugOf(title), slugLength, '-'),
  name: cutAt(title, pageNameLength, ' '),
  article: id,
  language: 'vi',
  translationOf: '',
});

/** A text of at most so many characters, cut between words where it has several. */
const cutAt = (text: string, length: number, separator: string): string => {
  const characters = [...text];
  if (characters.length <= length) return text;
  const start = characters.slice(0, length).join('');
  const end = start.lastIndexOf(separator);
  return end > 0 ? start.slice(0, end) : start;
};
