import { expect, test } from 'vitest';
import { localDay } from '../../../shared/time/local-day.ts';
import { staffApi } from '../../support/staff-api.ts';
import { useSharedPortal } from '../../support/use-portal.ts';

const portal = await useSharedPortal();
const { as, published } = staffApi(portal);
// From the gateway: the edge follows a change a second later.
const get = (path: string) => fetch(portal.gatewayUrl + path, { redirect: 'manual' });
const page = async (path: string) => (await get(path)).text();

await published({ title: 'Tin đầu tiên' }, '2021-10-03T02:00:00Z');
await published({ title: 'Gần nửa đêm' }, '2021-10-22T16:59:59.999Z');
await published({ title: 'Đúng nửa đêm' }, '2021-10-22T17:00:00.000Z');
await published({ title: 'Cuối năm' }, '2021-12-31T16:59:00Z');
await published({ title: 'Của ngày mai' }, '2999-01-01T00:00:00Z');

test('lists the articles of a day in Viet Nam and no others', async () => {
  const html = await page('/ngay/2021-10-22');
  expect(html).toContain('Gần nửa đêm');
  expect(html).not.toMatch(/Đúng nửa đêm|Tin đầu tiên/);
  expect(html).toContain('href="/ngay/2021-10-03"');
  expect(html).toContain('href="/ngay/2021-10-23"');
  expect(await page('/ngay/2021-10-23')).toContain('Đúng nửa đêm');
});

test('says that a day has no articles, and links the nearest days with some', async () => {
  const reply = await get('/ngay/2021-10-10');
  const html = await reply.text();
  expect(reply.status).toBe(200);
  expect(html).toContain('Không có tin nào được đăng trong ngày này.');
  expect(html).toContain('href="/ngay/2021-10-03"');
  expect(html).toContain('href="/ngay/2021-10-22"');
  expect(html).toContain('<meta name="robots" content="noindex, follow"/>');
});

test.each([
  ['/ngay/2021-02-31', 'Không có ngày này trong lịch'],
  ['/ngay/0000-00-00', 'Không có ngày này trong lịch'],
  ['/ngay/hom-qua', 'Không có ngày này trong lịch'],
  ['/ngay?ngay=2021-02-31', 'Không có ngày này trong lịch'],
  ['/thang/2021-13', 'Không có tháng này trong lịch'],
  ['/ngay/2021-10-02', 'Tin đầu tiên được đăng ngày 03/10/2021'],
  ['/ngay/2998-01-01', 'Ngày này chưa đến'],
  ['/ngay/2999-01-01', 'Ngày này chưa đến'],
  ['/thang/2021-09', 'Không có tin nào được đăng trong tháng này'],
  ['/thang/2999-01', 'Không có tin nào được đăng trong tháng này'],
])('answers 404 for %s, and says %s', async (path, words) => {
  const reply = await get(path);
  const html = await reply.text();
  expect([reply.status, html.includes(words)]).toEqual([404, true]);
  expect(html).toContain('action="/ngay"');
  expect(html).not.toContain('Của ngày mai');
});

test.each([
  ['/ngay/22-10-2021', 301, '/ngay/2021-10-22'],
  ['/ngay/22.10.2021', 301, '/ngay/2021-10-22'],
  ['/ngay/2021-3-2', 301, '/ngay/2021-03-02'],
  ['/ngay/22%2F10%2F2021', 301, '/ngay/2021-10-22'],
  ['/ngay/22/10/2021', 301, '/ngay/2021-10-22'],
  ['/thang/10-2021', 301, '/thang/2021-10'],
  ['/thang/10/2021', 301, '/thang/2021-10'],
  ['/ngay?ngay=2021-10-22', 302, '/ngay/2021-10-22'],
  ['/ngay?ngay=22/10/2021', 302, '/ngay/2021-10-22'],
  ['/ngay?ngay=', 302, `/ngay/${localDay(new Date())}`],
  ['/ngay', 302, `/ngay/${localDay(new Date())}`],
  ['/thang', 302, `/thang/${localDay(new Date()).slice(0, 7)}`],
])('%s answers %i to %s', async (path, status, location) => {
  const reply = await get(path);
  expect([reply.status, reply.headers.get('location')]).toEqual([status, location]);
});

test('shows a month as a calendar from Monday, with counts and links to the neighbouring months with articles', async () => {
  const html = await page('/thang/2021-10');
  // 1 October 2021 was a Friday.
  expect(html).toMatch(/<tbody><tr>(<td><\/td>){4}<td><span>1<\/span><\/td>/);
  expect(html).toContain(
    '<a href="/ngay/2021-10-22">22<span class="hidden">/10/2021:</span> <small>1 tin</small>',
  );
  expect(html).toContain('href="/thang/2021-12"');
  expect(html).not.toContain('href="/thang/2021-09"');
  expect(await page('/thang/2021-12')).toContain('href="/thang/2021-10"');
});

test('says that a month between two others has no articles', async () => {
  const reply = await get('/thang/2021-11');
  const html = await reply.text();
  expect([reply.status, html.includes('Không có tin nào được đăng trong tháng này.')]).toEqual([200, true]);
  expect(html).toContain('href="/thang/2021-10"');
  expect(html).toContain('href="/thang/2021-12"');
});

test('removes a withdrawn article from its day', async () => {
  const article = await published({ title: 'Sẽ được gỡ' }, '2021-11-05T02:00:00Z');
  expect(await page('/ngay/2021-11-05')).toContain('Sẽ được gỡ');
  await as.editor(`/articles/${article.id}/withdraw`, { method: 'POST', ifMatch: article.version, body: {} });
  expect(await page('/ngay/2021-11-05')).not.toContain('Sẽ được gỡ');
  expect(await page('/thang/2021-11')).not.toContain('href="/ngay/2021-11-05"');
});
