import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/site/default-settings.ts';
import { siteSettings } from '../../shared/site/settings.ts';

test('the settings of a fresh site are valid', () => {
  expect(siteSettings.parse(defaultSettings)).toEqual(defaultSettings);
});

test.each([
  ['no category', { categories: [] }],
  ['a category at a path of something else', { categories: [{ slug: 'api', name: 'API' }] }],
  [
    'two categories at one path',
    {
      categories: [
        { slug: 'a', name: 'A' },
        { slug: 'a', name: 'B' },
      ],
    },
  ],
  ['a path that is no path', { categories: [{ slug: 'Thông báo', name: 'Thông báo' }] }],
  ['no name', { name: ' ' }],
  ['an address that is no address', { email: 'ubnd' }],
  ['an unknown field', { colour: 'red' }],
])('settings with %s are refused', (_, fields) => {
  expect(siteSettings.safeParse({ ...defaultSettings, ...fields }).success).toBe(false);
});
