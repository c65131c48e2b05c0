import type { PortalClient } from '../../../shared/api/client.ts';
import { paginate } from '../../../shared/api/paginate.ts';
import type { Person } from '../../../shared/people/person.ts';
import { type PersonRecord, personRecord } from '../../../shared/people/person-record.ts';
import { UserError } from '../../cli/user-error.ts';

/** Every account of a portal. */
export const listPeople = async (client: PortalClient): Promise<Person[]> => {
  const people: Person[] = [];
  const pages = paginate(
    async (cursor) => (await client.call('GET /api/admin/people', { query: { cursor } })).body,
  );
  for await (const person of pages) people.push(person);
  return people;
};

/** The records of a file. Throws a `UserError` that names the first line that is none. */
export const parseRecords = (text: string): PersonRecord[] =>
  text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = personRecord.safeParse(parsedJson(line));
    if (!parsed.success) throw new UserError(`Line ${index + 1} is no account.`);
    return [parsed.data];
  });

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
