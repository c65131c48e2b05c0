import { describe, expect, test } from 'vitest';
import { decodeWord } from '../../../shared/search/input-methods.ts';
import { syllablesOf } from '../../../shared/text/fold.ts';
import { corpus, demoArticles, indexFixture } from '../../support/index-fixture.ts';

test.each([
  ['telex', 'phuwowng', 'phương'],
  ['telex', 'phuongwf', 'phường'],
  ['telex', 'ddaats', 'đất'],
  ['telex', 'tuyeenr', 'tuyển'],
  ['telex', 'lowps', 'lớp'],
  ['telex', 'quys', 'quý'],
  ['telex', 'giaasy', 'giấy'],
  ['telex', 'thuowr', 'thuở'],
  ['vni', 'phu7o7ng2', 'phường'],
  ['vni', 'giam1', 'giám'],
  ['vni', 'd9oc6', 'đôc'],
  ['vni', 'nghie65p', 'nghiệp'],
] as const)('decodes the %s keys %s as %s', (method, keys, word) => {
  expect(decodeWord(keys, method)).toBe(word);
});

test.each([
  ['telex', 'bcd'],
  ['telex', 'phuong'],
  ['vni', 'phuong'],
  ['vni', '2026'],
  ['vni', '5'],
  ['vni', 'covid19'],
] as const)('has no %s reading of %s', (method, keys) => {
  expect(decodeWord(keys, method)).toBeNull();
});

const articles = corpus(300);
const { find } = indexFixture([...articles, ...demoArticles()]);

describe('a query', () => {
  test('of English words that are known as they are is not decoded', () => {
    expect(find('thong bao of phuong').understood.decodedFrom).toBeNull();
  });

  test.each(['quý 3', 'tổ 5', 'tổ dân phố 5'])('%s keeps its number', (text) => {
    const { understood } = find(text);
    expect(understood.decodedFrom).toBeNull();
    expect(understood.query.syllables.at(-1)?.folded).toBe(text.at(-1));
  });

  test('of keys and plain words together is decoded where it has keys', () => {
    const { understood, ids } = find('thông báo phuwowngf');
    expect(understood.decodedFrom).toBe('telex');
    expect(understood.query.syllables.map(({ written }) => written)).toEqual(['thông', 'báo', 'phường']);
    expect(ids.length).toBeGreaterThan(0);
  });

  test('of unknown syllables alone finds nothing, and names them', () => {
    const { ids, total, understood } = find('xqzt kwpf zzyx');
    expect([ids, total]).toEqual([[], 0]);
    expect(understood.unknown).toHaveLength(3);
  });

  test('of twenty common syllables around a title finds its article', () => {
    const [article] = articles;
    const title = syllablesOf(article?.title ?? '').length;
    const words = 'của và các những người trong năm cho với được từ khi này về theo đã đến sau trên là'.split(
      ' ',
    );
    expect(find(`${article?.title} ${words.slice(0, 20 - title).join(' ')}`).ids).toContain(article?.id);
  });

  test('excludes a word after a minus, and no number', () => {
    expect(find('Sa Pa -2 độ').understood.query.excluded).toEqual([]);
    expect(find('thông báo -tuyển').understood.query.excluded.length).toBe(1);
  });
});
