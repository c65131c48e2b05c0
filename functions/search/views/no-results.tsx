import { articlePath } from '../../../shared/articles/article-path.ts';
import { Day } from '../../../shared/pages/time.tsx';
import { parseSearchQuery } from '../../../shared/search/parse-query.ts';
import type { SiteSettings } from '../../../shared/site/settings.ts';
import type { NothingFound } from '../nothing-found.ts';
import type { SearchFields } from '../search-form.ts';
import { FilterSentence } from './filter-sentence.tsx';
import { SearchHelp } from './search-help.tsx';
import { searchUrl } from './search-url.ts';

type Props = { site: SiteSettings; fields: SearchFields; nothingFound: NothingFound };

/** A page without results: what was searched for, which words are unknown, and the ways on. */
export const NoResults = ({ site, fields, nothingFound: { unknownWords, nearest } }: Props) => (
  <>
    <p class="found" role="status">
      Không tìm thấy tin nào cho <q>{fields.text}</q>
      <FilterSentence site={site} fields={fields} />. <UnknownWords words={unknownWords} />
    </p>
    <WiderSearches fields={fields} />
    {nearest.length > 0 && (
      <section class="further">
        <h2>Tin gần nhất với từ bạn tìm</h2>
        <ul class="headlines">
          {nearest.map((article) => (
            <li>
              <a href={articlePath(article)}>{article.title}</a> <Day at={article.publishedAt} />
            </li>
          ))}
        </ul>
      </section>
    )}
    <section class="further">
      <h2>Cách tìm</h2>
      <SearchHelp />
    </section>
  </>
);

const maxShown = 5;

const UnknownWords = ({ words }: { words: readonly string[] }) => {
  const shown = words.slice(0, maxShown);
  if (shown.length === 0) return null;
  return (
    <>
      {shown.length === 1 ? 'Chưa có tin nào chứa từ ' : 'Chưa có tin nào chứa các từ '}
      {shown.map((word, n) => (
        <>
          {n > 0 && ', '}
          <strong>{word}</strong>
        </>
      ))}
      {words.length > maxShown && ' …'}.
    </>
  );
};

/** Links to searches that may find more: without filter, quotation marks or excluded words. */
const WiderSearches = ({ fields }: { fields: SearchFields }) => {
  const { phrases, excluded } = parseSearchQuery(fields.text);
  const ways: [string, SearchFields][] = [];
  const { text } = fields;
  if (fields.category || fields.from || fields.to) {
    ways.push(['Tìm trong mọi chuyên mục và mọi ngày', { ...noFilter, text }]);
  }
  if (phrases.length > 0) {
    ways.push(['Tìm các từ mà không cần đúng cụm trong ngoặc kép', { ...fields, text: unquoted(text) }]);
  }
  if (excluded.length > 0) {
    ways.push(['Tìm mà không bỏ tin có từ đứng sau dấu trừ', { ...fields, text: withoutExcluded(text) }]);
  }
  if (ways.length === 0) return null;
  return (
    <ul class="ways">
      {ways.map(([label, wider]) => (
        <li>
          <a href={searchUrl({ ...wider, page: 1 })}>{label}</a>
        </li>
      ))}
    </ul>
  );
};

const noFilter = { category: '', from: '', to: '', page: 1 };
const quotationMarks = /["“”„«»＂]/g;
const unquoted = (text: string) => text.replace(quotationMarks, ' ').replace(/\s+/g, ' ').trim();
const withoutExcluded = (text: string) =>
  text
    .replace(quotationMarks, '"')
    .replace(/(^|\s)[-−](?:"[^"]*"?|\S+)/g, '$1')
    .trim();
