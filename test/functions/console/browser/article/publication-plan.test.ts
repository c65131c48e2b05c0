import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type PublicationChoice,
  publicationPlan,
} from '../../../../../functions/console/browser/article/publication-plan.ts';
import { toLocalInput } from '../../../../../functions/console/browser/article/publication-words.ts';
import type { Article } from '../../../../../shared/articles/article.ts';
import { publicationTimes } from '../../../../../shared/articles/publication-times.ts';
import { publishRequest } from '../../../../../shared/articles/requests.ts';
import { stateAt } from '../../../../../shared/articles/workflow.ts';
import { anArticle } from '../../../../support/article-fixture.ts';

const now = new Date('2026-11-28T02:00:00.000Z');
const hour = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const articles = {
  draft: anArticle(),
  scheduled: anArticle({ status: 'published', publishedAt: hour(5).toISOString(), liveVersion: 1 }),
  live: anArticle({ status: 'published', publishedAt: hour(-5).toISOString(), liveVersion: 1 }),
  withdrawn: anArticle({ status: 'withdrawn' }),
};
const choose = (fields: Partial<PublicationChoice> = {}): PublicationChoice => ({
  when: 'now',
  at: '',
  hasWithdrawal: false,
  withdrawAt: '',
  isQuiet: false,
  note: '',
  ...fields,
});
const planFor = (article: Article, choice: PublicationChoice) =>
  publicationPlan(choice, { ...article, state: stateAt(article, now) }, now);

test.each<[keyof typeof articles, Partial<PublicationChoice>, string[]]>([
  ['draft', {}, ['Đăng ngay: mọi người đọc được trong vài giây.', 'Không tự gỡ.']],
  [
    'draft',
    { when: 'at', at: '2026-11-30T08:00' },
    ['Đăng lúc 08:00 thứ Hai, 30/11/2026 (sau 1 ngày 23 giờ).', 'Không tự gỡ.'],
  ],
  [
    'draft',
    { when: 'at', at: '2021-10-22T07:30' },
    ['Giờ này đã qua: mọi người đọc được ngay, ngày đăng ghi là 07:30 thứ Sáu, 22/10/2021.', 'Không tự gỡ.'],
  ],
  [
    'live',
    { when: 'unchanged', hasWithdrawal: true, withdrawAt: '2026-12-01T00:00' },
    [
      'Người đọc thấy bản sửa ngay, ở địa chỉ cũ.',
      'Bài ghi ngày cập nhật hôm nay.',
      'Tự gỡ lúc 00:00 thứ Ba, 01/12/2026 (sau 2 ngày 15 giờ).',
    ],
  ],
  [
    'live',
    { when: 'unchanged', isQuiet: true },
    ['Người đọc thấy bản sửa ngay, ở địa chỉ cũ.', 'Không ghi ngày cập nhật.', 'Không tự gỡ.'],
  ],
])('says what happens to an article %s: %j', (state, choice, sentences) => {
  expect(planFor(articles[state], choose(choice)).sentences).toEqual(sentences);
});

test.each<[Partial<PublicationChoice>, object]>([
  [{ when: 'at' }, { at: 'Hãy chọn ngày và giờ đăng.' }],
  [{ hasWithdrawal: true }, { withdrawAt: 'Hãy chọn ngày và giờ gỡ.' }],
  [
    { hasWithdrawal: true, withdrawAt: '2026-11-28T08:59' },
    { withdrawAt: 'Giờ gỡ phải sau giờ đăng và sau lúc này.' },
  ],
])('asks for the time of %j', (choice, problems) => {
  const plan = planFor(articles.draft, choose(choice));
  expect(plan).toMatchObject({ request: null, problems });
});

test('the server takes every request, and understands it as it was said', () => {
  const times = fc.integer({ min: -1_000, max: 1_000 }).map((hours) => toLocalInput(hour(hours)));
  const choices = fc.record({
    when: fc.constantFrom('now', 'at', 'unchanged'),
    at: times,
    hasWithdrawal: fc.boolean(),
    withdrawAt: times,
    isQuiet: fc.boolean(),
    note: fc.constantFrom('', 'Đã sửa số liệu'),
  }) as fc.Arbitrary<PublicationChoice>;
  fc.assert(
    fc.property(choices, fc.constantFrom(...Object.values(articles)), (choice, article) => {
      const plan = planFor(article, choice);
      if (plan.request === null) {
        expect(Object.keys(plan.problems).length).toBe(1);
        return;
      }
      const { note, ...options } = publishRequest.parse(plan.request);
      const result = publicationTimes(article, options, now);
      expect(note).toBe(choice.note);
      expect(result.withdrawAt !== null).toBe(choice.hasWithdrawal);
      if (choice.when === 'now') {
        const isLive = stateAt(article, now) === 'live';
        expect(result.publishedAt <= now.toISOString()).toBe(true);
        if (!isLive) expect(result.publishedAt).toBe(now.toISOString());
      }
      if (choice.when === 'at') expect(toLocalInput(new Date(result.publishedAt))).toBe(choice.at);
      if (choice.when === 'unchanged')
        expect(result.publishedAt).toBe(article.publishedAt ?? now.toISOString());
    }),
  );
});
