import * as z from 'zod/mini';
import type { PortalClient } from '../../../shared/api/client.ts';
import { paginate } from '../../../shared/api/paginate.ts';
import { role } from '../../../shared/http/actor.ts';
import type { Person } from '../../../shared/people/person.ts';
import { UserError } from '../../cli/user-error.ts';

/** A line of the file: an account without its password and second factor, which Cognito never reveals. */
const personRecord = z.strictObject({
  name: z.string(),
  fullName: z.string(),
  email: z.string(),
  role: z.nullable(role),
  isEnabled: z.boolean(),
});
export type PersonRecord = z.infer<typeof personRecord>;

/** Every account of a portal, by name. */
export const listPeople = async (client: PortalClient): Promise<Person[]> => {
  const people: Person[] = [];
  const pages = paginate(
    async (cursor) => (await client.call('GET /api/admin/people', { query: { cursor } })).body,
  );
  for await (const person of pages) people.push(person);
  return people.sort((one, other) => (one.name < other.name ? -1 : 1));
};

export const toLine = ({ name, fullName, email, role, isEnabled }: Person): string =>
  `${JSON.stringify({ name, fullName, email, role, isEnabled } satisfies PersonRecord)}\n`;

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
