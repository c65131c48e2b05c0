import type { Activity } from '../../shared/activity/activity.ts';
import type { Role } from '../../shared/http/actor.ts';
import type { Person } from '../../shared/people/person.ts';
import { type Answer, staffApi } from './staff-api.ts';

type Portal = Parameters<typeof staffApi>[0] & { token: (name: string) => Promise<string> };

/** A person, or what a refusal says. */
type PersonOrProblem = Person & Partial<{ detail: string; errors: { field: string }[] }>;

/** A client of the accounts' API for the admin, with raw replies, and what it takes to look at the result. */
export const peopleApi = (portal: Portal) => {
  const { as } = staffApi(portal);
  const people = async (query = ''): Promise<Person[]> =>
    (await as.admin<{ items: Person[] }>(`/people${query}`)).body.items;
  const person = async (name: string): Promise<Person> => {
    const found = (await people()).find((candidate) => candidate.name === name);
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  };

  /** An answer to a call by another account than those of the demonstration. */
  const callAs = async (
    token: string,
    path: string,
    { method = 'POST', body, ifMatch }: { method?: string; body?: unknown; ifMatch?: number } = {},
  ): Promise<Answer<PersonOrProblem>> => {
    const reply = await fetch(`${portal.url}/api/admin${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: reply.status, headers: reply.headers, body: (await reply.json()) as PersonOrProblem };
  };

  return {
    people,
    person,
    callAs,
    invite: (fields: Record<string, unknown>) =>
      as.admin<PersonOrProblem>('/people', { method: 'POST', body: { role: 'author', ...fields } }),
    /** Invites somebody new. */
    async invited(role: Role = 'author'): Promise<Person> {
      const email = `${crypto.randomUUID()}@hacvan.example`;
      const body = { fullName: 'Hoàng Văn Mới', email, role };
      return (await as.admin<Person>('/people', { method: 'POST', body })).body;
    },
    change: ({ name, version }: Person, path: string, body?: unknown) =>
      as.admin<PersonOrProblem>(`/people/${encodeURIComponent(name)}/${path}`, {
        method: body === undefined ? 'POST' : 'PUT',
        ifMatch: version,
        ...(body !== undefined && { body }),
      }),
    /** The actions on an account in the activity log, oldest first, with who and what. */
    async logged(name: string): Promise<string[]> {
      const { items } = (await as.admin<{ items: Activity[] }>('/activity?limit=100')).body;
      return items
        .filter(({ subject }) => subject.kind === 'person' && subject.id === name)
        .map(({ by, action, note }) => `${by}: ${action}${note && ` (${note})`}`)
        .reverse();
    },
  };
};
