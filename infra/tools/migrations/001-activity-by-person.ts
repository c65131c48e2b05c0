import { activityIndexes } from '../../../shared/table/activity-indexes.ts';
import type { Migration } from './migration.ts';

const { partition } = activityIndexes.byPerson;

/** Entries from before the index by person lack its key, and are in no list of a person. */
export const activityByPerson: Migration = {
  name: '001-activity-by-person',
  table: 'activity',
  reads: ['by', partition],
  up: ({ pk, by, [partition]: key }) => {
    const [site] = String(pk).split('#');
    return key === undefined && typeof by === 'string' ? { set: { [partition]: `${site}#${by}` } } : null;
  },
  down: ({ [partition]: key }) => (key === undefined ? null : { remove: [partition] }),
};
