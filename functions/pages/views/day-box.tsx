import { monthPath } from '../../../shared/pages/calendar-paths.ts';
import { monthWords } from '../../../shared/pages/dates.ts';
import { localDay, monthOf } from '../../../shared/time/local-day.ts';

/** Leads to a day's news: a date field, which works in any browser, and a link to the month's calendar. */
export const DayBox = ({ now, day = localDay(now) }: { now: Date; day?: string }) => (
  <section class="box">
    <h2>Xem tin theo ngày</h2>
    <form class="day" action="/ngay">
      <label for="ngay">Ngày</label>
      <input id="ngay" name="ngay" type="date" value={day} max={localDay(now)} required />
      <button type="submit">Xem tin</button>
    </form>
    <p>
      <a href={monthPath(monthOf(day))}>Lịch tin {monthWords(monthOf(day))}</a>
    </p>
  </section>
);
