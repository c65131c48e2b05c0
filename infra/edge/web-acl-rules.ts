import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Statement = CfnWebACL.StatementProperty;
type Rule = CfnWebACL.RuleProperty;

/** The key of the page that a throttled address gets. */
export const throttledBodyKey = 'throttled';
/** At most 4 KB: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
export const throttledBody =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Quá nhiều yêu cầu</title><h1>Quá nhiều yêu cầu</h1><p>Mạng của bạn vừa gửi quá nhiều yêu cầu đến cổng. Mời bạn thử lại sau năm phút.</p>';

const pathBegins = (...starts: string[]): Statement => {
  const statements = starts.map(
    (searchString): Statement => ({
      byteMatchStatement: {
        fieldToMatch: { uriPath: {} },
        positionalConstraint: 'STARTS_WITH',
        searchString,
        textTransformations: [
          { priority: 0, type: 'URL_DECODE' },
          { priority: 1, type: 'LOWERCASE' },
        ],
      },
    }),
  );
  return statements.length === 1 && statements[0] ? statements[0] : { orStatement: { statements } };
};
const not = (statement: Statement): Statement => ({ notStatement: { statement } });

const staffPath = '/api/admin/';

/** Groups of rules that AWS maintains: https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const managedGroups: readonly { name: string; scope?: Statement }[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList' },
  // Not what staff write: it refuses bodies over 8 KB and those with HTML. API Gateway checks their token, and we their HTML.
  { name: 'AWSManagedRulesCommonRuleSet', scope: not(pathBegins(staffPath)) },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet' },
];

/** Requests of one address in five minutes. Many phones share an address of their operator, and an office shares one. */
const rates: readonly { name: string; limit: number; scope: Statement }[] = [
  { name: 'Search', limit: 600, scope: pathBegins('/tim-kiem', '/api/search') },
  { name: 'Beacons', limit: 2_000, scope: pathBegins('/api/visits') },
  { name: 'Staff', limit: 3_000, scope: pathBegins(staffPath, '/quan-tri') },
];

const visibility = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: true,
});

/** The rules of the web ACL: groups that AWS maintains, and a rate for each address. */
export const webAclRules = (): Rule[] => {
  const groups = managedGroups.map(({ name, scope }) => ({
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: { vendorName: 'AWS', name, ...(scope && { scopeDownStatement: scope }) },
    },
    visibilityConfig: visibility(name),
  }));
  const limits = rates.map(({ name, limit, scope }) => ({
    name: `Rate${name}`,
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: throttledBodyKey,
          responseHeaders: [{ name: 'retry-after', value: '300' }],
        },
      },
    },
    statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit, scopeDownStatement: scope } },
    visibilityConfig: visibility(`Rate${name}`),
  }));
  return [...groups, ...limits].map((rule, priority) => ({ ...rule, priority }));
};
