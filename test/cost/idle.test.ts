import { expect, test } from 'vitest';
import { portal } from '../../infra/stages.ts';
import { prices } from '../bench/prices.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';
import { templates } from '../support/templates.ts';
import { idleBillOf } from './idle.ts';

const sum = (bill: ReturnType<typeof idleBillOf>) => Object.values(bill).reduce((all, usd) => all + usd, 0);

test.each(templates)('%s costs at most a dollar a month while nobody reads or writes', (_, template) => {
  const bill = idleBillOf(template, prices.usd);
  expect(bill.alarms).toBeGreaterThan(0.5);
  expect(sum(bill)).toBeLessThanOrEqual(1);
});

test('a dashboard costs more than that, which is why it is a setting', async () => {
  const { template } = await synthesizePortal(portal({ site: 'a', stage: 'dev', hasDashboard: true }));
  expect(sum(idleBillOf(template, prices.usd))).toBeGreaterThan(3);
});
