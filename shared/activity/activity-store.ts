import { activityIndex } from '../table/activity-index.ts';
import type { Table, TableWrite } from '../table/table-store.ts';
import { localDay } from '../time/local-day.ts';
import { type Activity, activity } from './activity.ts';

const keysOf = (siteId: string) => ({
  day: (day: string) => `${siteId}#${day}`,
  subject: ({ kind, id }: Activity['subject']) => `${siteId}#${kind}#${id}`,
});
const position = ({ at, id }: Activity) => `${at}#${id}`;

/** Makes entries of the activity log, for the transaction of the change itself, on condition that none has their key: nothing is ever overwritten. */
export const activityRecorder = (tableName: string, siteId: string) => {
  const keys = keysOf(siteId);
  return (entry: Activity): TableWrite => ({
    table: tableName,
    put: {
      pk: keys.day(localDay(new Date(entry.at))),
      sk: position(entry),
      [activityIndex.partition]: keys.subject(entry.subject),
      ...entry,
    },
    condition: { expression: 'attribute_not_exists(pk)' },
  });
};
export type ActivityRecorder = ReturnType<typeof activityRecorder>;

type ListQuery = {
  of: { day: string } | { subject: Activity['subject'] };
  before: string | null;
  limit: number;
};

/** Reads the activity log. */
export const activityStore = (table: Table, siteId: string) => {
  const keys = keysOf(siteId);
  return {
    /** The entries of one day in Viet Nam, or about one subject, newest first. `next` is a position. */
    async list({ of, before, limit }: ListQuery): Promise<{ items: Activity[]; next: string | null }> {
      const isByDay = 'day' in of;
      const { items } = await table.query({
        ...(!isByDay && { IndexName: activityIndex.name }),
        KeyConditionExpression: before ? '#p = :p AND sk < :before' : '#p = :p',
        ExpressionAttributeNames: { '#p': isByDay ? 'pk' : activityIndex.partition },
        ExpressionAttributeValues: {
          ':p': isByDay ? keys.day(of.day) : keys.subject(of.subject),
          ...(before && { ':before': before }),
        },
        ScanIndexForward: false,
        Limit: limit + 1,
      });
      const page = items.slice(0, limit).map((item) => activity.parse(item));
      const last = page.at(-1);
      return { items: page, next: last && items.length > limit ? position(last) : null };
    },
  };
};
export type ActivityStore = ReturnType<typeof activityStore>;
