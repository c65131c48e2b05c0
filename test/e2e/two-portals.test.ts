import { expect, test, vi } from 'vitest';
import { portals, stackName } from '../../infra/stages.ts';
import { defaultSettings } from '../../shared/site/default-settings.ts';
import { phone } from '../support/reader.ts';
import { searchClient } from '../support/search-client.ts';
import { staffApi } from '../support/staff-api.ts';
import { usePortal } from '../support/use-portal.ts';

// One with a domain of its own, whose template names it, and another site without.
const [withDomain] = portals.filter(({ domain }) => domain);
const [another] = portals.filter(({ site }) => site !== withDomain?.site);
if (!withDomain || !another) throw new Error('There are two sites');

const start = async (described: typeof another) => {
  const portal = await usePortal({ stackId: stackName(described) });
  return { ...described, portal, staff: staffApi(portal), search: searchClient(portal.url) };
};
const [first, second] = await Promise.all([start(withDomain), start(another)]);

test.each([
  [first, second],
  [second, first],
])('keeps what $site publishes to itself', async (own, other) => {
  const title = `Tin riêng của ${own.site}`;
  const article = await own.staff.published({ title });
  await own.search.expectIds(own.site, [article.id]);
  expect((await fetch(own.portal.url + article.url)).status).toBe(200);
  expect((await fetch(other.portal.url + article.url)).status).toBe(404);
  expect(await (await fetch(other.portal.url)).text()).not.toContain(title);
  expect(await other.search.idsOf(own.site)).toEqual([]);
});

test.each([
  [first, second],
  [second, first],
])('accepts the tokens of $site there alone', async (own, other) => {
  const headers = { authorization: `Bearer ${await own.portal.token('admin')}` };
  expect((await fetch(`${own.portal.url}/api/admin/settings`, { headers })).status).toBe(200);
  expect((await fetch(`${other.portal.url}/api/admin/settings`, { headers })).status).toBe(401);
});

test.each([first, second])(
  'marks replies, links and beacons of $site as its own',
  async ({ site, portal }) => {
    const page = await fetch(portal.gatewayUrl);
    const tags = page.headers.get('cache-tag')?.split(',') ?? [];
    expect(tags).toContain(`${site}:site`);
    expect(tags.filter((tag) => !tag.startsWith(`${site}:`))).toEqual([]);
    expect(await (await fetch(`${portal.url}/robots.txt`)).text()).toContain(`${portal.url}/`);
    // An older browser, which names its origin alone.
    const beaconFrom = async (origin: string) => {
      const headers = { 'user-agent': phone, origin };
      const body = JSON.stringify({ visit: crypto.randomUUID() });
      return (await fetch(`${portal.url}/api/visits`, { method: 'POST', headers, body })).status;
    };
    expect(await beaconFrom(portal.url)).toBe(200);
    expect(await beaconFrom('https://elsewhere.example')).toBe(403);
  },
);

test('changes the settings of one site alone', async () => {
  const body = { ...defaultSettings, name: 'Cổng đã đổi tên' };
  await first.staff.as.admin('/settings', { method: 'PUT', ifMatch: 0, body });
  const home = async (url: string) => (await fetch(url)).text();
  await vi.waitFor(async () => expect(await home(first.portal.url)).toContain(body.name), {
    timeout: 20_000,
  });
  expect(await home(second.portal.url)).not.toContain(body.name);
});
