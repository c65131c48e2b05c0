import type { Key } from '../table/table-store.ts';

/** Keys of the staff's accounts in the content table. Cognito compares names without case. */
export const peopleKeys = (siteId: string) => ({
  /** The lock that every change of an account takes. */
  lock: (): Key => ({ pk: `${siteId}#PEOPLE`, sk: 'LOCK' }),
  account: (name: string): Key => ({ pk: `${siteId}#PEOPLE`, sk: `ACCOUNT#${name.toLowerCase()}` }),
});
