import { expect, test } from 'vitest';
import { csvReply } from '../../../shared/http/csv-reply.ts';

const bodyOf = (value: string | number) =>
  csvReply({ fileName: 'thu', header: ['Cột'], rows: [[value]] }).body;

test.each([
  ['Hắc Vân', 'Hắc Vân'],
  [-12, '-12'],
  ['có, phẩy', '"có, phẩy"'],
  ['"trích"', '"""trích"""'],
  ['hai\ndòng', '"hai\ndòng"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd|x', "'-cmd|x"],
  ['=A1,"x"', '"\'=A1,""x"""'],
])('writes %j as %s', (value, expected) => {
  expect(bodyOf(value)).toBe(`\uFEFFCột\r\n${expected}\r\n`);
});
