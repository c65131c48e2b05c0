import { activityIndexes } from '../table/activity-indexes.ts';
import { listPosition } from '../table/list-position.ts';
import type { Item, Table, TableWrite } from '../table/table-store.ts';
import { localDay } from '../time/local-day.ts';
import { type Activity, activity } from './activity.ts';
import { type ActivityFilter, type ActivitySource, activitySources, isWanted } from './activity-filter.ts';

const keysOf = (siteId: string) => ({
  day: (day: string) => `${siteId}#${day}`,
  subject: ({ kind, id }: Activity['subject']) => `${siteId}#${kind}#${id}`,
  person: (name: string) => `${siteId}#${name}`,
});
const positionOf = ({ at, id }: Activity) => listPosition(at, id);

/** Makes entries of the activity log, for the transaction of the change itself, on condition that none has their key: nothing is ever overwritten. */
export const activityRecorder = (tableName: string, siteId: string) => {
  const keys = keysOf(siteId);
  return (entry: Activity): TableWrite => ({
    table: tableName,
    put: {
      pk: keys.day(localDay(new Date(entry.at))),
      sk: positionOf(entry),
      [activityIndexes.bySubject.partition]: keys.subject(entry.subject),
      [activityIndexes.byPerson.partition]: keys.person(entry.by),
      ...entry,
    },
    condition: { expression: 'attribute_not_exists(pk)' },
  });
};
export type ActivityRecorder = ReturnType<typeof activityRecorder>;

type ListQuery = {
  filter: ActivityFilter;
  /** A position. */
  before: string | null;
  limit: number;
  /** Entries that are read at most to find `limit` that are wanted. */
  readLimit: number;
};

/** Sort keys begin with an instant: these come before and after all. */
const [first, last] = ['0', '~'];
/** Entries that one query reads at least: 5 read units. */
const chunkSize = 100;

/** Reads the activity log. */
export const activityStore = (table: Table, siteId: string) => {
  const keys = keysOf(siteId);

  const partitionOf = (source: ActivitySource) => {
    if ('day' in source) return { attribute: 'pk', value: keys.day(source.day) };
    const [index, value] =
      'subject' in source
        ? [activityIndexes.bySubject, keys.subject(source.subject)]
        : [activityIndexes.byPerson, keys.person(source.by)];
    return { IndexName: index.name, attribute: index.partition, value };
  };

  /** The entries of a source before a position, newest first. */
  async function* read(source: ActivitySource, before: string | null, chunk: number) {
    const { attribute, value, ...index } = partitionOf(source);
    let startKey: Item | undefined;
    do {
      const { items, lastKey } = await table.query({
        ...index,
        KeyConditionExpression: '#p = :p AND sk BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#p': attribute },
        ExpressionAttributeValues: {
          ':p': value,
          ':from': source.range?.from ?? first,
          ':to': before ?? source.range?.to ?? last,
        },
        ScanIndexForward: false,
        Limit: chunk,
        ...(startKey && { ExclusiveStartKey: startKey }),
      });
      for (const item of items) {
        const entry = activity.parse(item);
        // BETWEEN includes the entry at the position itself.
        if (positionOf(entry) !== before) yield entry;
      }
      startKey = lastKey;
    } while (startKey);
  }

  return {
    /**
     * The entries that a filter wants, newest first, and perhaps none although `next`, a position, says that there may be more: at most
     * `readLimit` entries are read, of some 400 bytes each, and one query is sent for each day where there is neither subject nor person.
     */
    async list({
      filter,
      before,
      limit,
      readLimit,
    }: ListQuery): Promise<{ items: Activity[]; next: string | null }> {
      const items: Activity[] = [];
      let unread = readLimit;
      for (const source of activitySources(filter, before)) {
        for await (const entry of read(source, before, Math.max(limit + 2, chunkSize))) {
          if (isWanted(filter, entry)) {
            const lastListed = items[limit - 1];
            if (lastListed) return { items, next: positionOf(lastListed) };
            items.push(entry);
          }
          unread -= 1;
          if (unread === 0) return { items, next: positionOf(entry) };
        }
      }
      return { items, next: null };
    },
  };
};
export type ActivityStore = ReturnType<typeof activityStore>;
