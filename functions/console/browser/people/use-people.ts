import { paginate } from '../../../../shared/api/paginate.ts';
import type { Person } from '../../../../shared/people/person.ts';
import { type Api, useApi } from '../api/api-context.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { calledName } from './person-words.ts';

const byName = new Intl.Collator('vi');

const loadPeople = async (api: Api): Promise<Person[]> => {
  const people: Person[] = [];
  const pages = paginate(
    async (cursor) => (await api.call('GET /api/admin/people', { query: { cursor } })).body,
  );
  for await (const person of pages) people.push(person);
  return people.sort((one, other) => byName.compare(calledName(one), calledName(other)));
};

/** Every account, by the names of the people. */
export const usePeople = () => {
  const api = useApi();
  return useLoaded(() => loadPeople(api), 'people');
};
