import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

type Props = { site: string; limitUsd: number; email: string };

/** When to tell, in percent of the limit: what was spent, and what a month will have cost. */
const thresholds = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'FORECASTED', threshold: 100 },
];

/**
 * A monthly budget of what has the tag `site`, which must be activated as a cost allocation tag. The stages of a site in one account
 * are counted together. A budget that only notifies is free.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html
 * https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/
 */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { site, limitUsd, email }: Props) {
    super(scope, id);
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: limitUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:site$${site}`] },
      },
      notificationsWithSubscribers: thresholds.map((when) => ({
        notification: { ...when, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
        subscribers: [{ subscriptionType: 'EMAIL', address: email }],
      })),
    });
  }
}
