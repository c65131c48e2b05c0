import type { Role } from '../../../../shared/http/actor.ts';
import type { ChangeAction } from '../../../../shared/people/change.ts';
import type { Person } from '../../../../shared/people/person.ts';
import type { Api } from '../api/api-context.ts';

/** What can be done with an account that exists. */
export type PersonAction = Exclude<ChangeAction, 'invite'>;

/** A change of an account; without a role only where none is given. */
export type PersonChange =
  | { action: 'change-role'; role: Role }
  | { action: Exclude<PersonAction, 'change-role'> };

/** The actions that an admin is offered: none on their own account, which another admin must change. */
export const actionsFor = (person: Person, ownName: string): PersonAction[] => {
  if (person.name === ownName) return [];
  if (!person.isEnabled) return ['enable', 'change-role'];
  return [
    'change-role',
    person.status === 'invited' ? 'resend-invitation' : 'reset-second-factor',
    'disable',
  ];
};

/** What finishes a change that stopped halfway; null when nothing is left of it. */
export const continuationOf = ({ unfinished, role }: Person): PersonChange | null => {
  if (unfinished === null) return null;
  const { action } = unfinished;
  if (action !== 'invite' && action !== 'change-role') return { action };
  const wanted = unfinished.role ?? role;
  return wanted && { action: 'change-role', role: wanted };
};

/** Makes a change; resolves to the account after it. Throws what `Api` throws. */
export const takePersonAction = async (
  api: Api,
  { name, version }: Person,
  change: PersonChange,
): Promise<Person> => {
  const options = { path: { name }, ifMatch: version };
  if (change.action === 'change-role') {
    const body = { role: change.role };
    return (await api.call('PUT /api/admin/people/{name}/role', { ...options, body })).body;
  }
  return (await api.call(`POST /api/admin/people/{name}/${change.action}`, options)).body;
};
