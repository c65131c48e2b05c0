import { expect, test } from 'vitest';
import { judgeHome, openHome } from '../../../../../functions/console/browser/health/reachability.ts';

test.each([
  [{ isOk: true, ms: 299, isCached: false }, 'good', 'Mở được, rất nhanh (dưới 0,3 giây).'],
  [{ isOk: true, ms: 999, isCached: false }, 'good', 'Mở được, nhanh (dưới 1 giây).'],
  [{ isOk: true, ms: 1_250, isCached: true }, 'attention', 'Mở được, nhưng chậm: 1,3 giây.'],
  [{ isOk: false, ms: 20, isCached: false }, 'attention', 'Cổng có trả lời, nhưng trang chủ báo lỗi.'],
  [null, 'attention', 'Không mở được trang chủ từ máy này trong 2 giây.'],
])('judges %j', (answer, state, sentence) => {
  const line = judgeHome(answer);
  expect([line.state, line.sentence]).toEqual([state, sentence]);
  expect(line.todo === undefined).toBe(state === 'good');
});

test.each([
  ['Hit from cloudfront', /chưa thử phần tạo trang/],
  ['RefreshHit from cloudfront', /chưa thử phần tạo trang/],
  ['Miss from cloudfront', /phần tạo trang đang chạy/],
])('says what an answer proves: %s', async (cache, note) => {
  const times = [100, 350];
  const answer = await openHome({
    fetch: async () => new Response('trang', { headers: { 'x-cache': cache } }),
    nowMs: () => times.shift() ?? 0,
  });
  expect(answer).toMatchObject({ isOk: true, ms: 250 });
  expect(judgeHome(answer).note).toMatch(note);
});

test('passes the cache of the browser, and takes no answer as none', async () => {
  const asked: unknown[] = [];
  const answer = await openHome({
    fetch: (...request) => {
      asked.push(request);
      return Promise.reject(new TypeError('Failed to fetch'));
    },
    nowMs: () => 0,
  });
  expect(answer).toBeNull();
  expect(asked).toMatchObject([['/', { cache: 'no-store' }]]);
});
