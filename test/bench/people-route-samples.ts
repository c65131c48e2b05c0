import type { PortalClient } from '../../shared/api/client.ts';
import type { Role } from '../../shared/http/actor.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { Sample, Target } from './article-route-samples.ts';

export const peopleSamples = (client: PortalClient): Record<RouteKey<'people'>, Sample> => {
  const invite = async (): Promise<Target> => {
    const email = `${crypto.randomUUID()}@hacvan.example`;
    const body = { fullName: 'Trần Thị Lan', email, role: 'editor' as Role };
    const { name, version } = (await client.call('POST /api/admin/people', { body })).body;
    return { id: name, version, url: '' };
  };
  type Change = 'disable' | 'enable' | 'resend-invitation' | 'reset-second-factor';
  const change =
    (action: Change) =>
    async ({ id, version }: Target): Promise<Target> => {
      const options = { path: { name: id }, ifMatch: version };
      return { id, url: '', ...(await client.call(`POST /api/admin/people/{name}/${action}`, options)).body };
    };
  return {
    'GET /api/admin/people': { prepare: invite, send: () => client.call('GET /api/admin/people') },
    'POST /api/admin/people': { prepare: invite, send: invite },
    'PUT /api/admin/people/{name}/role': {
      prepare: invite,
      send: ({ id, version }) =>
        client.call('PUT /api/admin/people/{name}/role', {
          path: { name: id },
          ifMatch: version,
          body: { role: 'author' },
        }),
    },
    'POST /api/admin/people/{name}/disable': { prepare: invite, send: change('disable') },
    'POST /api/admin/people/{name}/enable': {
      prepare: async () => change('disable')(await invite()),
      send: change('enable'),
    },
    'POST /api/admin/people/{name}/resend-invitation': { prepare: invite, send: change('resend-invitation') },
    'POST /api/admin/people/{name}/reset-second-factor': {
      // An account of the demonstration: it has signed in.
      prepare: async () => {
        const { items } = (await client.call('GET /api/admin/people')).body;
        return { id: 'author', version: items.find(({ name }) => name === 'author')?.version ?? 0, url: '' };
      },
      send: change('reset-second-factor'),
    },
  };
};
