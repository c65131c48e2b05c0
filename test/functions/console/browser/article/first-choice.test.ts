import { expect, test } from 'vitest';
import { firstChoice } from '../../../../../functions/console/browser/article/first-choice.ts';
import type { ActionName } from '../../../../../functions/console/browser/article/possible-actions.ts';
import type { Dated } from '../../../../../functions/console/browser/article/state-words.ts';

const publishedAt = '2026-11-30T01:00:00.000Z';
const withdrawAt = '2026-12-01T01:00:00.000Z';
const draft: Dated = { state: 'draft', publishedAt: null, withdrawAt: null };
const scheduled: Dated = { state: 'scheduled', publishedAt, withdrawAt: null };
const live: Dated = { state: 'live', publishedAt, withdrawAt };

test.each<[ActionName, Dated, object | null]>([
  ['submit', draft, null],
  ['withdraw', live, null],
  ['publishNow', draft, { when: 'now', hasWithdrawal: false }],
  ['schedule', draft, { when: 'at', at: '' }],
  ['reschedule', scheduled, { when: 'at', at: '2026-11-30T08:00' }],
  ['publishChanges', live, { when: 'unchanged', isQuiet: false, withdrawAt: '2026-12-01T08:00' }],
  [
    'changeWithdrawal',
    { ...live, withdrawAt: null },
    { when: 'unchanged', isQuiet: true, hasWithdrawal: true },
  ],
  // The time at which it was withdrawn says nothing about the next publication.
  ['publishNow', { state: 'withdrawn', publishedAt, withdrawAt }, { hasWithdrawal: false, withdrawAt: '' }],
])('%s of %j begins with %j', (action, article, choice) => {
  const chosen = firstChoice(action, article);
  if (choice === null) expect(chosen).toBeNull();
  else expect(chosen).toMatchObject(choice);
});
