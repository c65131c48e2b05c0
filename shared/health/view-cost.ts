/**
 * What readers cost, by a replay of 1,500 visits (`COST_VISITS=1500 npm run cost`, the column of 3 million views a month): list prices of us-east-1 on the date of
 * `test/bench/prices.ts`, without free tiers, tax, stored bytes and staff. ap-southeast-1 is 10 to 25 percent dearer.
 */
export const viewCost = {
  pricesOf: '2026-11-24',
  usdPerMillionViews: 10.4,
  /** Of the replay's model of readers (`test/cost/visitors.ts`). */
  viewsPerVisit: 2.5,
};

/** US dollars of a number of visits, about. */
export const usdOfVisits = (visits: number): number =>
  (visits * viewCost.viewsPerVisit * viewCost.usdPerMillionViews) / 1_000_000;
