import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebaseSettings } from '../../../../../functions/console/browser/site/rebase-settings.ts';
import { defaultSettings } from '../../../../../shared/site/default-settings.ts';
import type { SiteSettings } from '../../../../../shared/site/settings.ts';

const link = (n: number, name = `Liên kết ${n}`) => ({ name, url: `https://lien-ket-${n}.example` });
const base: SiteSettings = { ...defaultSettings, name: 'Phường', links: [link(1), link(2), link(3)] };
const linked = (...links: SiteSettings['links']): SiteSettings => ({ ...base, links });

test.each<[string, SiteSettings, SiteSettings, Partial<SiteSettings>]>([
  [
    'other fields',
    { ...base, name: 'Tên mới' },
    { ...base, email: 'a@b.example' },
    { name: 'Tên mới', email: 'a@b.example' },
  ],
  ['the same field alike', { ...base, name: 'Tên mới' }, { ...base, name: 'Tên mới' }, { name: 'Tên mới' }],
  [
    'other entries',
    linked(link(1, 'Một'), link(2), link(3)),
    linked(link(1), link(2), link(3, 'Ba')),
    { links: [link(1, 'Một'), link(2), link(3, 'Ba')] },
  ],
  [
    'an entry here, the order there',
    linked(link(1), link(2), link(3), link(4)),
    linked(link(3), link(1), link(2)),
    { links: [link(3), link(1), link(2), link(4)] },
  ],
  ['one entry less each', linked(link(1), link(2)), linked(link(2), link(3)), { links: [link(2)] }],
  [
    'an entry more each',
    linked(link(1), link(2), link(3), link(4)),
    linked(link(1), link(2), link(3), link(5)),
    { links: [link(1), link(2), link(3), link(4), link(5)] },
  ],
])('keeps both when two people change %s', (_, mine, theirs, expected) => {
  expect(rebaseSettings(base, mine, theirs)).toEqual({ settings: { ...base, ...expected }, conflicts: [] });
});

test.each<[string, SiteSettings, SiteSettings, (keyof SiteSettings)[]]>([
  ['a field', { ...base, name: 'A' }, { ...base, name: 'B' }, ['name']],
  ['an entry', linked(link(1, 'A'), link(2), link(3)), linked(link(1, 'B'), link(2), link(3)), ['links']],
  [
    'an entry that the other removed',
    linked(link(1, 'A'), link(2), link(3)),
    linked(link(2), link(3)),
    ['links'],
  ],
  ['the order', linked(link(2), link(1), link(3)), linked(link(3), link(1), link(2)), ['links']],
])('names the field when two people change %s differently', (_, mine, theirs, conflicts) => {
  expect(rebaseSettings(base, mine, theirs).conflicts).toEqual(conflicts);
});

const settings = fc.record({
  name: fc.constantFrom('A', 'B', 'C'),
  links: fc.uniqueArray(
    fc.tuple(fc.nat(4), fc.constantFrom('x', 'y')).map(([n, name]) => link(n, name)),
    { selector: ({ url }) => url },
  ),
});
const whole = (some: Partial<SiteSettings>): SiteSettings => ({ ...base, ...some });

test('takes what the other person saved where I changed nothing, and mine where they changed nothing', () => {
  fc.assert(
    fc.property(settings, settings, (one, other) => {
      expect(rebaseSettings(whole(one), whole(one), whole(other))).toEqual({
        settings: whole(other),
        conflicts: [],
      });
      expect(rebaseSettings(whole(one), whole(other), whole(one))).toEqual({
        settings: whole(other),
        conflicts: [],
      });
    }),
  );
});

test('has no entry that neither has, loses none that both have, and none twice', () => {
  fc.assert(
    fc.property(settings, settings, settings, (from, mine, theirs) => {
      const { links } = rebaseSettings(whole(from), whole(mine), whole(theirs)).settings;
      const urls = links.map(({ url }) => url);
      expect(new Set(urls).size).toBe(urls.length);
      const [mineUrls, theirUrls] = [mine, theirs].map((side) => side.links.map(({ url }) => url));
      for (const url of urls) expect([...(mineUrls ?? []), ...(theirUrls ?? [])]).toContain(url);
      for (const url of mineUrls ?? []) if (theirUrls?.includes(url)) expect(urls).toContain(url);
    }),
  );
});

test('saves what I kept after a conflict without undoing the rest of what the other person saved', () => {
  const theirs = { ...base, name: 'B', telephone: '2' };
  const { settings: kept, conflicts } = rebaseSettings(base, { ...base, name: 'A' }, theirs);
  expect(conflicts).toEqual(['name']);
  expect(rebaseSettings(theirs, kept, theirs)).toEqual({ settings: { ...theirs, name: 'A' }, conflicts: [] });
});

test('takes the order of keys for no change', () => {
  const reordered = linked(...base.links.map(({ name, url }) => ({ url, name })));
  const theirs = linked(link(1), link(2), link(3, 'Ba'));
  expect(rebaseSettings(base, reordered, theirs)).toEqual({ settings: theirs, conflicts: [] });
});
