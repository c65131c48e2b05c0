import { activityByPerson } from './001-activity-by-person.ts';
import type { Migration } from './migration.ts';

/** All migrations, in their order. A released one is never changed. */
export const migrations: readonly Migration[] = [activityByPerson];
