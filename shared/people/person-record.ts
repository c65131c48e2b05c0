import * as z from 'zod/mini';
import { role } from '../http/actor.ts';

/** A line of a file of people: an account without its password and second factor, which Cognito never reveals. */
export const personRecord = z.strictObject({
  name: z.string(),
  fullName: z.string(),
  email: z.string(),
  role: z.nullable(role),
  isEnabled: z.boolean(),
});
export type PersonRecord = z.infer<typeof personRecord>;

/** The JSON lines of accounts, by name; what else is known of them is left out. */
export const toLines = (people: readonly PersonRecord[]): string =>
  [...people]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, fullName, email, role, isEnabled }) =>
      JSON.stringify({ name, fullName, email, role, isEnabled } satisfies PersonRecord),
    )
    .map((line) => `${line}\n`)
    .join('');
