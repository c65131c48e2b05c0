import { cacheHeaders } from '../../shared/edge/freshness.ts';
import { timeRangeFreshness, untilSiteChanges } from '../../shared/edge/page-freshness.ts';
import { PortalError } from '../../shared/errors.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { permanentRedirect, temporaryRedirect } from '../../shared/http/reply.ts';
import { dayPath, monthPath } from '../../shared/pages/calendar-paths.ts';
import { pageReply } from '../../shared/pages/page-reply.ts';
import { localDay, monthOf } from '../../shared/time/local-day.ts';
import { parseDay, parseMonth } from '../../shared/time/parse-date.ts';
import { dayRange, monthRange } from '../../shared/time/time-range.ts';
import type { Dependencies } from './page-handlers.ts';
import { dayPage } from './views/day-page.tsx';
import { monthPage } from './views/month-page.tsx';

type CalendarRoute = 'GET /ngay' | 'GET /ngay/{day}' | 'GET /thang' | 'GET /thang/{month}';

const noSuchDay = () =>
  new PortalError('not_found', 'Không có ngày này trong lịch. Hãy viết ngày như 22/10/2021.');
const noSuchMonth = () =>
  new PortalError('not_found', 'Không có tháng này trong lịch. Hãy viết tháng như 10/2021.');

/** News by its day: a day's, and a month's calendar. A date that is written otherwise leads to where it is. */
export const calendarHandlers = ({
  reader,
  visits,
  origin,
  now: clock,
}: Dependencies): Handlers<CalendarRoute> => ({
  'GET /ngay': async (event) => {
    const asked = event.queryStringParameters?.ngay;
    const day = asked ? parseDay(asked.trim()) : localDay(clock());
    if (day === null) throw noSuchDay();
    return temporaryRedirect(dayPath(day));
  },

  'GET /ngay/{day}': async (event) => {
    const day = parseDay(segment(event, 'day'));
    if (day === null) throw noSuchDay();
    if (event.rawPath !== dayPath(day)) return permanentRedirect(dayPath(day));
    const now = clock();
    const span = dayRange(day);
    const [site, items, around, scheduledAt, { totals }] = await Promise.all([
      reader.site(),
      reader.during(span, now),
      reader.around(span, now),
      reader.nextScheduledAt(now),
      visits(now),
    ]);
    const { before, after } = around;
    const isFuture = day > localDay(now);
    const html = dayPage({
      ...{ site, totals, now, origin, day, items, isFuture },
      before: before && localDay(new Date(before.publishedAt)),
      after: after && localDay(new Date(after.publishedAt)),
    });
    // A day that has not come, or before there was any news, is no page; one between that is empty is.
    const isPage = items.length > 0 || (before !== null && !isFuture);
    if (!isPage) return pageReply(404, html, site);
    const life = untilSiteChanges(timeRangeFreshness(items, around, { now, scheduledAt }), site, now);
    return pageReply(200, html, site, cacheHeaders(life, now));
  },

  'GET /thang': async (event) => {
    const asked = event.queryStringParameters?.thang;
    const month = asked ? parseMonth(asked.trim()) : monthOf(localDay(clock()));
    if (month === null) throw noSuchMonth();
    return temporaryRedirect(monthPath(month));
  },

  'GET /thang/{month}': async (event) => {
    const month = parseMonth(segment(event, 'month'));
    if (month === null) throw noSuchMonth();
    if (event.rawPath !== monthPath(month)) return permanentRedirect(monthPath(month));
    const now = clock();
    const span = monthRange(month);
    const [site, addresses, around, scheduledAt, { totals }] = await Promise.all([
      reader.site(),
      reader.addresses(span, now),
      reader.around(span, now),
      reader.nextScheduledAt(now),
      visits(now),
    ]);
    const { before, after } = around;
    const days = addresses.map(({ publishedAt }) => localDay(new Date(publishedAt)));
    const html = monthPage({
      ...{ site, totals, now, origin, month, days },
      before: before && monthOf(localDay(new Date(before.publishedAt))),
      after: after && monthOf(localDay(new Date(after.publishedAt))),
    });
    const isFuture = month > monthOf(localDay(now));
    const isPage = days.length > 0 || (before !== null && !isFuture);
    if (!isPage) return pageReply(404, html, site);
    const life = untilSiteChanges(timeRangeFreshness(addresses, around, { now, scheduledAt }), site, now);
    return pageReply(200, html, site, cacheHeaders(life, now));
  },
});

const segment = (event: HttpEvent, name: string) => event.pathParameters?.[name] ?? '';

/** Where a date is that was written with slashes, `/ngay/22/10/2021`; null for any other path. */
export const pathOfDate = (rawPath: string): string | null => {
  const [, name, date = ''] = /^\/(ngay|thang)\/(.+)$/.exec(rawPath) ?? [];
  if (name === undefined) return null;
  const [parsed, pathOf] = name === 'ngay' ? [parseDay(date), dayPath] : [parseMonth(date), monthPath];
  return parsed && pathOf(parsed);
};
