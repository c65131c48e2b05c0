import { invalidField } from '../../shared/errors.ts';
import { addDays } from '../../shared/time/local-day.ts';

/** Days of a reply without a range. */
const defaultDays = 30;

/**
 * The requested days, both inclusive; the last thirty by default. Throws `invalid_fields` for a range that is reversed, or longer than
 * `limitDays`, which `limitInWords` says.
 */
export const dayRangeOf = (
  { from, to }: { from?: string | undefined; to?: string | undefined },
  today: string,
  { limitDays, limitInWords }: { limitDays: number; limitInWords: string },
) => {
  const last = to ?? today;
  const first = from ?? addDays(last, 1 - defaultDays);
  if (first > last) throw invalidField('from', 'Ngày đầu phải trước ngày cuối');
  if (first < addDays(last, -limitDays)) throw invalidField('from', `Tối đa ${limitInWords} một lần`);
  return { from: first, to: last };
};
