import { type PortalClient, RefusedCall } from '../../../shared/api/client.ts';
import type { Person } from '../../../shared/people/person.ts';
import type { PersonRecord } from '../../../shared/people/person-record.ts';
import { listPeople } from './read-people.ts';

type Import = {
  client: PortalClient;
  records: readonly PersonRecord[];
  onRefused: (name: string, reason: string) => void;
};
export type PeopleTally = { invited: number; changed: number; unchanged: number; refused: number };

/** Refusals of the one account; any other ends the import, which can be repeated. */
const refusalStatuses = [404, 409, 412, 422];

/**
 * Makes the accounts of a portal as the records say: invites who is missing, and sets roles and whether an account is enabled. What is so
 * already is not touched, so an import that was cut off is repeated. Accounts that no record names stay as they are.
 */
export const importPeople = async ({ client, records, onRefused }: Import): Promise<PeopleTally> => {
  const existing = new Map((await listPeople(client)).map((person) => [person.name.toLowerCase(), person]));
  const tally: PeopleTally = { invited: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const record of records) {
    try {
      tally[await importPerson(client, record, existing.get(record.name.toLowerCase()))] += 1;
    } catch (error) {
      if (!(error instanceof RefusedCall) || !refusalStatuses.includes(error.status)) throw error;
      tally.refused += 1;
      onRefused(record.name, error.message);
    }
  }
  return tally;
};

const importPerson = async (
  client: PortalClient,
  record: PersonRecord,
  found: Person | undefined,
): Promise<'invited' | 'changed' | 'unchanged'> => {
  const before = found ?? (await invite(client, record));
  let person = before;
  const hasOtherRole = person.role !== record.role || person.unfinished !== null;
  if (record.role !== null && hasOtherRole) {
    person = (
      await client.call('PUT /api/admin/people/{name}/role', {
        path: { name: person.name },
        ifMatch: person.version,
        body: { role: record.role },
      })
    ).body;
  }
  if (person.isEnabled !== record.isEnabled) {
    const action = record.isEnabled ? 'enable' : 'disable';
    person = (
      await client.call(`POST /api/admin/people/{name}/${action}`, {
        path: { name: person.name },
        ifMatch: person.version,
      })
    ).body;
  }
  if (!found) return 'invited';
  return person.version === before.version ? 'unchanged' : 'changed';
};

/** An account without a role becomes one of an author: Cognito's invitation needs none, the portal's does. */
const invite = async (
  client: PortalClient,
  { name, fullName, email, role }: PersonRecord,
): Promise<Person> => {
  const body = { name, fullName: fullName || name, email, role: role ?? 'author' };
  return (await client.call('POST /api/admin/people', { body })).body;
};
