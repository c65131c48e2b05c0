import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type LockFile, lockFileOf } from '../../infra/compute/lock-file-of.ts';

const project = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;

test('locks sharp for Lambda to the versions and hashes of the project', () => {
  const { packages } = lockFileOf('sharp', project);
  const { '': root, ...locked } = packages;
  expect(root?.dependencies).toEqual({ sharp: project.packages['node_modules/sharp']?.version });
  expect(Object.keys(locked)).toEqual(
    expect.arrayContaining([
      'node_modules/@img/sharp-linux-arm64',
      'node_modules/@img/sharp-libvips-linux-arm64',
    ]),
  );
  for (const [path, { version, integrity }] of Object.entries(locked)) {
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
    expect([version, integrity]).toEqual([
      project.packages[path]?.version,
      project.packages[path]?.integrity,
    ]);
  }
});

test('prefers the version that a package has of its own', () => {
  const lock: LockFile = {
    lockfileVersion: 3,
    packages: {
      'node_modules/a': { version: '1.0.0', dependencies: { b: '^1.0.0' } },
      'node_modules/a/node_modules/b': { version: '1.1.0' },
      'node_modules/b': { version: '2.0.0' },
    },
  };
  expect(Object.keys(lockFileOf('a', lock).packages)).toEqual([
    '',
    'node_modules/a',
    'node_modules/a/node_modules/b',
  ]);
});

test('names a package that is not locked', () => {
  expect(() => lockFileOf('la', { lockfileVersion: 3, packages: {} })).toThrow(
    'package-lock.json does not lock la',
  );
});
