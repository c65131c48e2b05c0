import { timeRangeFreshness } from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { permanentRedirect, temporaryRedirect } from '../../shared/http/reply.ts';
import { dayPath, monthPath } from '../../shared/pages/calendar-paths.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';
import { parseDay, parseMonth } from '../../shared/time/parse-date.ts';
import { dayRange, monthRange, type TimeRange } from '../../shared/time/time-range.ts';
import { cachedPage } from './cached-page.ts';
import type { Dependencies } from './dependencies.ts';
import { dayPage } from './views/day-page.tsx';
import { monthPage } from './views/month-page.tsx';

type CalendarRoute = 'GET /ngay' | 'GET /ngay/{day}' | 'GET /thang' | 'GET /thang/{month}';

const noSuchDay = () =>
  new PortalError('not_found', 'Không có ngày này trong lịch. Hãy viết ngày như 22/10/2021.');
const noSuchMonth = () =>
  new PortalError('not_found', 'Không có tháng này trong lịch. Hãy viết tháng như 10/2021.');

/** News of a day, and the calendar of a month. A date in another form redirects to its address. */
export const calendarHandlers = (dependencies: Dependencies): Handlers<CalendarRoute> => {
  const { reader, visits, origin, clock } = dependencies;

  /** Settings, visits, and what surrounds a time range; `items` reads what it contains. */
  const readRange = async <Item>(
    range: TimeRange,
    items: (range: TimeRange, now: Date) => Promise<Item[]>,
  ) => {
    const now = clock();
    const [site, found, around, scheduledAt, { totals }] = await Promise.all([
      reader.site(now),
      items(range, now),
      reader.around(range, now),
      reader.nextScheduledAt(now),
      visits(now),
    ]);
    return { now, site, found, around, scheduledAt, totals };
  };

  return {
    'GET /ngay': async (event) => {
      const field = event.queryStringParameters?.ngay;
      const day = field ? parseDay(field.trim()) : localDay(clock());
      if (day === null) throw noSuchDay();
      return temporaryRedirect(dayPath(day));
    },

    'GET /ngay/{day}': async (event) => {
      const day = parseDay(segment(event, 'day'));
      if (day === null) throw noSuchDay();
      if (event.rawPath !== dayPath(day)) return permanentRedirect(dayPath(day));
      const read = await readRange(dayRange(day), reader.during);
      const { now, site, found: items, around, scheduledAt, totals } = read;
      const isFuture = day > localDay(now);
      const html = dayPage({
        site,
        totals,
        now,
        origin,
        day,
        items,
        isFuture,
        before: around.before && localDay(new Date(around.before.publishedAt)),
        after: around.after && localDay(new Date(around.after.publishedAt)),
      });
      // A future day, or one before the first news, is a 404; an empty day between is a page.
      const isPage = items.length > 0 || (around.before !== null && !isFuture);
      if (!isPage) return pageReply(404, html, site);
      const freshness = timeRangeFreshness(items, around, { now, scheduledAt });
      return cachedPage(dependencies, { html, site, freshness, now });
    },

    'GET /thang': async (event) => {
      const field = event.queryStringParameters?.thang;
      const month = field ? parseMonth(field.trim()) : monthOf(localDay(clock()));
      if (month === null) throw noSuchMonth();
      return temporaryRedirect(monthPath(month));
    },

    'GET /thang/{month}': async (event) => {
      const month = parseMonth(segment(event, 'month'));
      if (month === null) throw noSuchMonth();
      if (event.rawPath !== monthPath(month)) return permanentRedirect(monthPath(month));
      const read = await readRange(monthRange(month), reader.addresses);
      const { now, site, found: addresses, around, scheduledAt, totals } = read;
      const days = addresses.map(({ publishedAt }) => localDay(new Date(publishedAt)));
      const html = monthPage({
        site,
        totals,
        now,
        origin,
        month,
        days,
        before: around.before && monthOf(localDay(new Date(around.before.publishedAt))),
        after: around.after && monthOf(localDay(new Date(around.after.publishedAt))),
      });
      const isFuture = month > monthOf(localDay(now));
      const isPage = days.length > 0 || (around.before !== null && !isFuture);
      if (!isPage) return pageReply(404, html, site);
      const freshness = timeRangeFreshness(addresses, around, { now, scheduledAt });
      return cachedPage(dependencies, { html, site, freshness, now });
    },
  };
};

const segment = (event: HttpEvent, name: string) => event.pathParameters?.[name] ?? '';

/** The address of a date that is written with slashes, `/ngay/22/10/2021`; null for any other path. */
export const pathOfDate = (rawPath: string): string | null => {
  const [, name, date = ''] = /^\/(ngay|thang)\/(.+)$/.exec(rawPath) ?? [];
  if (name === undefined) return null;
  const [parsed, pathOf] = name === 'ngay' ? [parseDay(date), dayPath] : [parseMonth(date), monthPath];
  return parsed && pathOf(parsed);
};
