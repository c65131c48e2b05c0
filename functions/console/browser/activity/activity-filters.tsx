import { useEffect, useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { kindNames } from '../../../../shared/activity/activity-words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { type ActivityQuery, activityAddress } from './activity-query.ts';

type Props = {
  query: ActivityQuery;
  /** Why the days cannot be listed. */
  problem: string | undefined;
  /** User names to suggest. */
  people: readonly string[];
};

/** What the log is narrowed to. The address carries it. */
export const ActivityFilters = ({ query, problem, people }: Props) => {
  const { route } = useLocation();
  const peopleId = useId();
  const address = activityAddress(query);
  const [typed, setTyped] = useState(query);
  // The address changes without this form too: by a link, or back and forward.
  useEffect(() => setTyped(query), [address]);
  const set = (changes: Partial<ActivityQuery>) => setTyped({ ...typed, ...changes });
  return (
    <search aria-label="Lọc nhật ký">
      <form
        class="activity-filters"
        onSubmit={(event) => {
          event.preventDefault();
          route(activityAddress({ ...typed, by: typed.by.trim() }));
        }}
      >
        <Field label="Từ ngày" error={problem}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={typed.from}
              onInput={({ currentTarget: { value: from } }) => set({ from })}
            />
          )}
        </Field>
        <Field label="Đến ngày">
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={typed.to}
              onInput={({ currentTarget: { value: to } }) => set({ to })}
            />
          )}
        </Field>
        <Field label="Người làm">
          {(ids) => (
            <>
              <input
                {...ids}
                list={peopleId}
                autocomplete="off"
                autocapitalize="none"
                placeholder="Mọi người"
                value={typed.by}
                onInput={({ currentTarget: { value: by } }) => set({ by })}
              />
              <datalist id={peopleId}>
                {people.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field label="Loại">
          {(ids) => (
            <select
              {...ids}
              value={typed.kind}
              onChange={({ currentTarget: { value } }) => set({ kind: value as ActivityQuery['kind'] })}
            >
              <option value="">Mọi loại</option>
              {Object.entries(kindNames).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit" kind="primary">
          Xem
        </Button>
      </form>
    </search>
  );
};
