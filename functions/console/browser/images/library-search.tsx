import { useSession } from '../session/session-context.ts';
import { Field } from '../ui/field.tsx';
import type { LibraryQuery } from './use-library.ts';

type Props = { query: LibraryQuery; onChange: (query: LibraryQuery) => void };

/** Words and choices by which images are found. */
export const LibrarySearch = ({ query, onChange }: Props) => {
  const { user } = useSession();
  return (
    <search class="library-search">
      <Field
        label="Tìm ảnh"
        hint="Theo mô tả, tên tệp, người chụp hoặc người đưa lên; có dấu hay không dấu đều được."
      >
        {(ids) => (
          <input
            {...ids}
            type="search"
            maxLength={200}
            defaultValue={query.words}
            onInput={({ currentTarget }) => onChange({ ...query, words: currentTarget.value.trim() })}
          />
        )}
      </Field>
      <div class="library-choices">
        <label class="choice">
          <input
            type="checkbox"
            checked={query.state === 'undescribed'}
            onChange={({ currentTarget }) =>
              onChange({ ...query, state: currentTarget.checked ? 'undescribed' : 'ready' })
            }
          />
          Chưa mô tả
        </label>
        <label class="choice">
          <input
            type="checkbox"
            checked={query.uploadedBy !== undefined}
            onChange={({ currentTarget }) => {
              const { uploadedBy, ...others } = query;
              onChange(currentTarget.checked ? { ...others, uploadedBy: user.name } : others);
            }}
          />
          Tôi đưa lên
        </label>
      </div>
    </search>
  );
};
