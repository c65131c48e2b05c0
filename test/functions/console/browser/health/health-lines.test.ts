import { describe, expect, test } from 'vitest';
import { healthLines } from '../../../../../functions/console/browser/health/health-lines.ts';
import { healthSummary } from '../../../../../functions/console/browser/health/health-summary.ts';
import type { Health } from '../../../../../shared/health/health-reply.ts';

const at = '2026-11-28T08:00:00.000Z';
const ago = (minutes: number) => new Date(Date.parse(at) - minutes * 60_000).toISOString();
const known = <Value>(value: Value) => ({ value, unknown: null });
const index = {
  snapshot: { at: ago(600), articles: 1_234 },
  articleLimit: 70_000,
  pending: 0,
  isPendingTruncated: false,
  oldestPendingAt: null as string | null,
};
const month = { month: '2026-10', visits: 8_123, usd: 0.24, pricesOf: '2026-11-24' };
const backup = { isEnabled: true, latestAt: ago(5) };
const good: Health = {
  at,
  backups: known([backup, backup, { ...backup, latestAt: ago(7) }]),
  deadLetters: known(0),
  searchIndex: known(index),
  lastMonth: known(month),
};
const line = (health: Partial<Health>, position: number) => healthLines({ ...good, ...health })[position];
const told = (health: Partial<Health>, position: number) => {
  const found = line(health, position);
  return [found?.state, found?.sentence, found?.todo?.who];
};

test('says what is good, each in a line', () => {
  const lines = healthLines(good);
  expect(lines.map(({ state, sentence }) => [state, sentence])).toEqual([
    ['good', 'Có thể khôi phục dữ liệu về đến lúc 14:53.'],
    ['good', 'Không có thay đổi nào bị kẹt.'],
    ['good', 'Bản chỉ mục lưu lúc 05:00, gồm 1.234 bài; không có thay đổi nào đang chờ gộp.'],
    ['good', '1.234 bài, bằng 1 % giới hạn (khoảng 70.000 bài).'],
    ['good', 'Tháng 10/2026 có 8.123 lượt truy cập, chi phí dưới 1 đô la Mỹ.'],
  ]);
  expect(lines.every(({ todo }) => todo === undefined)).toBe(true);
});

test.each([
  ['disabled in one table', [backup, { isEnabled: false, latestAt: null }], /không được sao lưu/],
  ['enabled a moment ago', [backup, { isEnabled: true, latestAt: null }], /không được sao lưu/],
  ['of no table', [], /không được sao lưu/],
  ['late in one table', [{ ...backup, latestAt: ago(61) }, backup], /lúc 13:59, cũ hơn một giờ/],
])('asks for the technical team when backups are %s', (_, backups, sentence) => {
  expect(told({ backups: known(backups) }, 0)).toEqual([
    'attention',
    expect.stringMatching(sentence),
    'Đơn vị kỹ thuật',
  ]);
});

test('calls a backup of exactly an hour ago good', () => {
  expect(line({ backups: known([{ ...backup, latestAt: ago(60) }]) }, 0)?.state).toBe('good');
});

test('says what readers see when changes are stuck', () => {
  expect(told({ deadLetters: known(3) }, 1)).toEqual([
    'attention',
    '3 thay đổi bị kẹt: người đọc có thể còn thấy trang cũ, lâu nhất một ngày.',
    'Đơn vị kỹ thuật',
  ]);
});

describe('the search index', () => {
  test.each([
    ['some young changes', { pending: 99, oldestPendingAt: ago(90) }, 'good', '99 thay đổi', undefined],
    ['an old change', { pending: 1, oldestPendingAt: ago(91) }, 'attention', 'không chạy', 'Đơn vị kỹ thuật'],
    [
      'too many changes',
      { pending: 200, isPendingTruncated: true, oldestPendingAt: ago(1) },
      'attention',
      'hơn 200',
      'Ban biên tập',
    ],
    ['no snapshot', { snapshot: null }, 'good', 'Chưa có bản chỉ mục nào được lưu', undefined],
  ])('with %s', (_, changed, state, words, who) => {
    expect(told({ searchIndex: known({ ...index, ...changed }) }, 2)).toEqual([
      state,
      expect.stringContaining(words),
      who,
    ]);
  });

  test.each([
    [0, 'good', '0 bài, bằng chưa đến 1 %'],
    [55_999, 'good', '79 %'],
    [56_000, 'attention', '80 %'],
    [71_000, 'attention', '101 %'],
  ])('with %d articles', (articles, state, words) => {
    const full = { ...index, snapshot: { at, articles } };
    expect(told({ searchIndex: known(full) }, 3).slice(0, 2)).toEqual([
      state,
      expect.stringContaining(words),
    ]);
  });

  test('does not know how full it is without a snapshot', () => {
    expect(line({ searchIndex: known({ ...index, snapshot: null }) }, 3)?.state).toBe('unknown');
  });
});

test.each([
  [0.99, 'dưới 1 đô la Mỹ'],
  [1, 'khoảng 1 đô la Mỹ'],
  [29.5, 'khoảng 30 đô la Mỹ'],
  [1_234, 'khoảng 1.200 đô la Mỹ'],
])('rounds the cost of %d dollars', (usd, words) => {
  const { sentence, note } = line({ lastMonth: known({ ...month, usd }) }, 4) ?? {};
  expect(sentence).toContain(words);
  expect(note).toContain('giá niêm yết ngày 24/11/2026');
});

test.each(['timeout', 'unsupported', 'failure'] as const)(
  'says why something is not known: %s',
  (unknown) => {
    const nothing = { value: null, unknown };
    const lines = healthLines({ ...good, deadLetters: nothing });
    expect(lines.map(({ state }) => state)).toEqual(['good', 'unknown', 'good', 'good', 'good']);
    expect(lines[1]?.sentence).toMatch(/^Không biết: /);
  },
);

test.each([
  [['good', 'good'], 'Mọi thứ đều tốt.'],
  [['good', 'unknown'], 'Không có việc gì phải làm. 1 mục không biết được.'],
  [['attention', 'good'], '1 mục cần có người làm.'],
  [['attention', 'unknown', 'attention'], '2 mục cần có người làm. 1 mục không biết được.'],
] as const)('sums up %j', (states, sentence) => {
  expect(healthSummary(states.map((state) => ({ state })))).toBe(sentence);
});
