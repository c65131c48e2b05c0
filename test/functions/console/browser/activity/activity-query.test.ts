import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  activityAddress,
  activityRequest,
  daysProblem,
  parseActivityQuery,
} from '../../../../../functions/console/browser/activity/activity-query.ts';

const today = '2026-11-28';
const id = '01kb0000000000000000000000';
const parse = (search: string) => parseActivityQuery(Object.fromEntries(new URLSearchParams(search)), today);

test.each([
  ['', { from: '2026-11-22', to: today }],
  ['tu=2026-11-01&den=2026-11-30', { from: '2026-11-01', to: '2026-11-30' }],
  ['nguoi=lan.tran', { by: 'lan.tran' }],
  [`bai=${id}`, { article: id }],
  [`anh=${id}&loai=image`, { image: id, kind: 'image' }],
  [`bai=${id}&anh=${id}`, { article: id }],
  ['tu=hôm qua&loai=toString&bai=<script>', { from: '2026-11-22', to: today }],
])('asks for what the address says: %s', (search, request) => {
  expect(activityRequest(parse(search))).toEqual(request);
});

test.each([
  ['tu=2026-11-29', 'Ngày đầu phải trước'],
  ['tu=2026-11-20&den=2026-11-19', 'Ngày đầu phải trước'],
  ['tu=2026-10-28&den=2026-11-28', 'tối đa 31 ngày'],
  ['tu=2026-10-29&den=2026-11-28', undefined],
  ['tu=2025-01-01&nguoi=lan.tran', undefined],
  [`tu=2025-01-01&bai=${id}`, undefined],
])('says why days cannot be listed: %s', (search, problem) => {
  const said = daysProblem(parse(search), today);
  expect(problem === undefined ? said : said?.includes(problem)).toBe(
    problem === undefined ? undefined : true,
  );
});

test('keeps a query in its address', () => {
  const parameter = fc.constantFrom('tu', 'den', 'nguoi', 'loai', 'bai', 'anh');
  const value = fc.oneof(
    fc.constantFrom('2026-11-01', '2026-11-20', 'article', 'tag', id, 'lan.tran', ''),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.dictionary(parameter, value), (given) => {
      const query = parseActivityQuery(given, today);
      expect(parse(activityAddress(query).split('?')[1] ?? '')).toEqual(query);
    }),
  );
});
