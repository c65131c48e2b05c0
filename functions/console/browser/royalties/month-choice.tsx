import { useLocation } from 'preact-iso';
import { monthText, monthWords } from '../../../../shared/pages/dates.ts';
import { Field } from '../ui/field.tsx';
import { monthChoices, neighbours, royaltiesAddress } from './royalties-query.ts';

/** The month that is shown, which the address carries, with the ones next to it. */
export const MonthChoice = ({ month, today }: { month: string; today: string }) => {
  const { route } = useLocation();
  const { before, after } = neighbours(month, today);
  return (
    <nav class="month-choice" aria-label="Chọn tháng">
      <Field label="Tháng">
        {(ids) => (
          <select
            {...ids}
            value={month}
            onChange={({ currentTarget: { value } }) => route(royaltiesAddress(value))}
          >
            {monthChoices(month, today).map((choice) => (
              <option key={choice} value={choice}>
                {monthText(choice)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <a href={royaltiesAddress(before)}>← {monthWords(before, 'Tháng')}</a>
      {after && <a href={royaltiesAddress(after)}>{monthWords(after, 'Tháng')} →</a>}
    </nav>
  );
};
