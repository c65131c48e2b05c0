import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { license?: string; dev?: true; devOptional?: true };
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Package>;
};

/** Licences under which code may be shipped with that of an Apache-2.0 project: https://www.apache.org/legal/resolved.html */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
];
/** A part of libvips, which sharp loads as a library of its own: https://github.com/lovell/sharp-libvips#licensing */
const libvips = /^node_modules\/@img\/sharp-(libvips-|win32-|wasm32$)/;

const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.includes(part)));

test('ships packages under licences that the project allows', () => {
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  expect(shipped.length).toBeGreaterThan(20);
  const refused = shipped.filter(([path, { license = '' }]) => !isAllowed(license) && !libvips.test(path));
  expect(refused.map(([path, { license }]) => [path, license])).toEqual([]);
});
