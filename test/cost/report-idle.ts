import { readTemplates } from '../../infra/local/template/stack.ts';
import { portals, stackName } from '../../infra/stages.ts';
import { prices } from '../bench/prices.ts';
import { idleBillOf } from './idle.ts';

/** Prints what each portal costs in a month in which nobody reads or writes. */
export const reportIdle = async (templateDirectory: string) => {
  console.log(
    `USD of a month in which nobody reads or writes, without free tiers (prices of ${prices.date}):`,
  );
  for (const portal of portals) {
    const { template } = await readTemplates(templateDirectory, stackName(portal));
    const bill = idleBillOf(template, prices.usd);
    const lines = Object.entries(bill).map(([name, usd]) => `${name} ${usd.toFixed(2)}`);
    const sum = Object.values(bill).reduce((total, usd) => total + usd, 0);
    console.log(`  ${stackName(portal).padEnd(28)}${sum.toFixed(2)}  (${lines.join(', ')})`);
  }
};
