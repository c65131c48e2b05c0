import type { FeedItem } from '../../../shared/articles/live-article.ts';
import { Breadcrumb } from '../../../shared/pages/breadcrumb.tsx';
import { dayPath, monthPath } from '../../../shared/pages/calendar-paths.ts';
import { dayText, monthWords, weekdayTextOf } from '../../../shared/pages/dates.ts';
import { type PageContext, sitePage } from '../../../shared/pages/layout.tsx';
import { Story } from '../../../shared/pages/news.tsx';
import { listPlace } from '../../../shared/pages/picture-places.ts';
import { CategoriesBox } from '../../../shared/pages/side-boxes.tsx';
import { monthOf } from '../../../shared/time/local-day.ts';
import { DayBox } from './day-box.tsx';

type Props = PageContext & {
  /** `2021-10-22`. */
  day: string;
  items: readonly FeedItem[];
  /** The nearest days with news. */
  before: string | null;
  after: string | null;
  isFuture: boolean;
};

/** The news of a day, newest first; for an empty day the reason, and the nearest days with news. */
export const dayPage = ({ day, items, before, after, isFuture, ...context }: Props): string => {
  const { site, now, origin } = context;
  const isEmpty = items.length === 0;
  const title = `Tin ngày ${dayText(day)}`;
  return sitePage({
    kind: 'list',
    ...context,
    head: {
      title,
      description: `${items.length} tin đăng ngày ${dayText(day)} trên ${site.name}.`,
      ...(isEmpty
        ? { meta: [['robots', 'noindex, follow'] as const] }
        : { canonical: origin + dayPath(day) }),
    },
    main: (
      <>
        <Breadcrumb place={{ path: monthPath(monthOf(day)), name: monthWords(monthOf(day), 'Tháng') }} />
        <h1>{title}</h1>
        <p class="lede">
          {weekdayTextOf(day)}
          {!isEmpty && ` · ${items.length} tin`}
        </p>
        {isEmpty && <p class="empty">{whyEmpty({ before, after, isFuture })}</p>}
        <div class="list">
          {items.map((item) => (
            <Story item={item} site={site} heading="h2" showsCategory place={listPlace} />
          ))}
        </div>
        {(before || after) && (
          <nav class="pager" aria-label="Những ngày gần nhất có tin">
            {before && (
              <a href={dayPath(before)} rel="prev">
                ‹ Ngày {dayText(before)}
              </a>
            )}
            {after && (
              <a href={dayPath(after)} rel="next">
                Ngày {dayText(after)} ›
              </a>
            )}
          </nav>
        )}
      </>
    ),
    side: (
      <>
        <DayBox now={now} {...(!isFuture && { day })} />
        <CategoriesBox categories={site.categories} />
      </>
    ),
  });
};

const whyEmpty = ({ before, after, isFuture }: Pick<Props, 'before' | 'after' | 'isFuture'>) => {
  if (isFuture) return 'Ngày này chưa đến.';
  if (before === null && after !== null) return `Tin đầu tiên được đăng ngày ${dayText(after)}.`;
  return 'Không có tin nào được đăng trong ngày này.';
};
