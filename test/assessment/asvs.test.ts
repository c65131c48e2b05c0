import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAsvs } from './asvs.ts';
import { asvsLevels } from './asvs-levels.ts';

const rows = readAsvs();

test('answers each requirement of level 1 and 2 once, in order', () => {
  const expected = Object.entries(asvsLevels).flatMap(([section, levels]) =>
    [...levels].flatMap((level, index) => (level === '3' ? [] : [`${section}.${index + 1} ${level}`])),
  );
  expect(expected).toHaveLength(253);
  expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(expected);
});

test('names evidence that exists', () => {
  const paths = new Set(rows.flatMap(({ evidence }) => evidence));
  expect([...paths].filter((path) => !existsSync(join(import.meta.dirname, '../..', path)))).toEqual([]);
});

test('has evidence for what is met, and a reason for what is not', () => {
  const withoutGround = rows.filter(({ verdict, evidence, note }) =>
    verdict === 'met' ? evidence.length === 0 : note === '',
  );
  expect(withoutGround).toEqual([]);
});
