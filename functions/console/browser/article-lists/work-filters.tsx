import { useEffect, useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { maxUserNameLength, maxWordsLength } from '../../../../shared/articles/list-limits.ts';
import type { User } from '../session/user.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { hasSeveralAuthors, isNarrowed, type WorkQuery, workAddress } from './work-query.ts';

type Category = { slug: string; name: string };
type Props = {
  query: WorkQuery;
  user: User;
  categories: readonly Category[];
  /** User names to suggest. */
  authors: readonly string[];
};

/** What the list is narrowed to. The address carries it. */
export const WorkFilters = ({ query, user, categories, authors }: Props) => {
  const { route } = useLocation();
  const authorsId = useId();
  const address = workAddress(query);
  const [typed, setTyped] = useState(query);
  // The address changes without this form too: by a tab, or back and forward.
  useEffect(() => setTyped(query), [address]);

  const show = (changes: Partial<WorkQuery>) => {
    const wanted = workAddress({ ...typed, tab: query.tab, ...changes });
    if (wanted !== address) route(wanted);
  };

  return (
    <search aria-label="Lọc danh sách">
      <form
        class="work-filters"
        onSubmit={(event) => {
          event.preventDefault();
          show({ words: typed.words.trim(), createdBy: typed.createdBy.trim() });
        }}
      >
        <div class="words">
          <Field label="Tìm trong tiêu đề">
            {(ids) => (
              <input
                {...ids}
                type="search"
                autocomplete="off"
                maxLength={maxWordsLength}
                value={typed.words}
                onInput={({ currentTarget: { value: words } }) => setTyped({ ...typed, words })}
              />
            )}
          </Field>
          <Button type="submit">Tìm</Button>
        </div>
        <Field label="Chuyên mục">
          {(ids) => (
            <select
              {...ids}
              value={typed.category}
              onChange={({ currentTarget: { value: category } }) => {
                setTyped({ ...typed, category });
                show({ category });
              }}
            >
              <option value="">Mọi chuyên mục</option>
              {categories.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {hasSeveralAuthors(query, user) && (
          <Field label="Người tạo">
            {(ids) => (
              <>
                <input
                  {...ids}
                  list={authorsId}
                  autocomplete="off"
                  autocapitalize="none"
                  maxLength={maxUserNameLength}
                  value={typed.createdBy}
                  onInput={({ currentTarget: { value: createdBy } }) => setTyped({ ...typed, createdBy })}
                  onChange={({ currentTarget: { value } }) => show({ createdBy: value.trim() })}
                />
                <datalist id={authorsId}>
                  {authors.map((name) => (
                    <option key={name} value={name} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        )}
        {isNarrowed(query) && (
          <p>
            <a href={workAddress({ tab: query.tab, category: '', createdBy: '', words: '' })}>Bỏ lọc</a>
          </p>
        )}
      </form>
    </search>
  );
};
