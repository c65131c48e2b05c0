import { describe, expect, test } from 'vitest';
import { indexFillMetric } from '../../functions/search-compactor/index-fill-metric.ts';
import { alarmTable } from '../../infra/guards/alarm-table.ts';
import { assertSupported } from '../../infra/local/template/assert-supported.ts';
import { ofType, type Template } from '../../infra/local/template/template.ts';
import { portal } from '../../infra/stages.ts';
import { prices } from '../bench/prices.ts';
import { idleBillOf } from '../cost/idle.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';
import { propertiesOf, templateOf, templates } from '../support/templates.ts';

const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

test.each(Object.entries(alarmTable))(
  'says of %s in two languages what it means and what to do',
  (_, row) => {
    expect(row.vi).toMatch(vietnamese);
    expect(row.en).not.toMatch(vietnamese);
    for (const text of [row.vi, row.en]) expect(text.split(/[.;:] /).length).toBeGreaterThanOrEqual(2);
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    expect(`${row.vi}\n\n${row.en}`.length).toBeLessThanOrEqual(1_024);
  },
);

const idleUsd = (template: Template) =>
  Object.values(idleBillOf(template, prices.usd)).reduce((sum, usd) => sum + usd, 0);

describe.each(templates)('%s', (_, template, __, { site, stage, operatorEmail }) => {
  const alarms = Object.values(propertiesOf(template, 'AWS::CloudWatch::Alarm'));
  const [[topic] = []] = [Object.keys(propertiesOf(template, 'AWS::SNS::Topic'))];

  test('tells one topic when an alarm begins and ends', () => {
    expect(alarms.map(({ AlarmDescription }) => AlarmDescription)).toEqual(
      Object.values(alarmTable).map(({ vi, en }) => `${vi}\n\n${en}`),
    );
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ AlarmActions: [{ Ref: topic }], OKActions: [{ Ref: topic }] });
    }
  });

  test('costs at most a dollar a month while nobody reads or writes', () => {
    expect(idleBillOf(template, prices.usd).alarms).toBeCloseTo(alarms.length * prices.usd.alarmMetric);
    expect(idleUsd(template)).toBeLessThanOrEqual(1);
  });

  test('watches the metric that the compactor of this stack writes, and not that of another stage', () => {
    const { _aws } = indexFillMetric('', { articles: 0, indexBytes: 0 }, new Date(0));
    const [{ Namespace, Dimensions: [[dimension] = []] = [], Metrics } = {}] = _aws.CloudWatchMetrics;
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace,
        MetricName: Metrics?.[0]?.Name,
        Dimensions: [{ Name: dimension, Value: { Ref: expect.stringMatching(/searchcompactor/i) } }],
      }),
    );
  });

  test('lets CloudWatch publish to the topic, for alarms of this account', () => {
    const [policy] = Object.values(propertiesOf(template, 'AWS::SNS::TopicPolicy'));
    expect(policy).toMatchObject({ Topics: [{ Ref: topic }] });
    const { Statement = [] } = (policy?.PolicyDocument ?? {}) as { Statement?: Record<string, unknown>[] };
    expect(Statement.filter(({ Effect }) => Effect === 'Allow')).toEqual(
      ['cloudwatch', 'events'].map((service) =>
        expect.objectContaining({
          Principal: { Service: `${service}.amazonaws.com` },
          Action: 'sns:Publish',
          Condition: {
            StringEquals: { 'aws:SourceAccount': expect.anything() },
            ArnLike: { 'aws:SourceArn': expect.anything() },
          },
        }),
      ),
    );
  });

  test('has a metric of each alarm that the portal makes itself, in a namespace of its own', () => {
    const made = ofType(template, 'AWS::Logs::MetricFilter').flatMap(
      ({ Properties }) => Properties.MetricTransformations as Record<string, string>[],
    );
    const own = alarms.filter(({ Namespace }) => Namespace === `cong-tin-${site}-${stage}`);
    expect(own.map(({ MetricName }) => MetricName).sort()).toEqual(
      [...new Set(made.map(({ MetricName }) => MetricName))].sort(),
    );
    expect([...new Set(made.map(({ MetricNamespace }) => MetricNamespace))]).toEqual([
      `cong-tin-${site}-${stage}`,
    ]);
  });

  test('tells the operator about the budget, if there is one', () => {
    const budgets = Object.values(propertiesOf(template, 'AWS::Budgets::Budget'));
    const subscriptions = Object.values(propertiesOf(template, 'AWS::SNS::Subscription'));
    if (operatorEmail === undefined) {
      expect([budgets, subscriptions]).toEqual([[], []]);
      return;
    }
    expect(subscriptions).toMatchObject([{ Protocol: 'email', Endpoint: operatorEmail }]);
    const told = [{ SubscriptionType: 'EMAIL', Address: operatorEmail }];
    expect(budgets).toMatchObject([
      {
        Budget: { TimeUnit: 'MONTHLY', CostFilters: { TagKeyValue: [`user:site$${site}`] } },
        NotificationsWithSubscribers: [
          { Notification: { NotificationType: 'ACTUAL', Threshold: 80 }, Subscribers: told },
          { Notification: { NotificationType: 'FORECASTED', Threshold: 100 }, Subscribers: told },
        ],
      },
    ]);
  });

  test('logs of every request which user it was and why it was refused, and of no one where they are', () => {
    const [stageOfApi] = Object.values(propertiesOf(template, 'AWS::ApiGatewayV2::Stage'));
    const { Format = '{}' } = (stageOfApi?.AccessLogSettings ?? {}) as { Format?: string };
    expect(Object.keys(JSON.parse(Format))).toEqual(
      expect.arrayContaining(['requestId', 'routeKey', 'status', 'user', 'authorizerError']),
    );
    expect(Format).not.toMatch(/sourceIp|userAgent|claims\.email|\$context\.identity/);
  });
});

test('counts errors of readers and of editors apart, by the path of the admin API', () => {
  const patterns = Object.fromEntries(
    Object.values(propertiesOf(templateOf('prod'), 'AWS::Logs::MetricFilter')).map((filter) => [
      (filter.MetricTransformations as { MetricName: string }[])[0]?.MetricName,
      filter.FilterPattern,
    ]),
  );
  expect(patterns).toMatchObject({
    ReaderErrors: '{ ($.status = "5*") && ($.routeKey != %/api/admin/%) }',
    EditorErrors: '{ ($.status = "5*") && ($.routeKey = %/api/admin/%) }',
    BackgroundErrors:
      '{ ($.level = "ERROR") || (($.type = "platform.report") && ($.record.status != "success")) }',
  });
});

test('counts the errors of every function that has no route', () => {
  const logGroups = Object.values(propertiesOf(templateOf('prod'), 'AWS::Logs::MetricFilter'))
    .filter(({ MetricTransformations }) => JSON.stringify(MetricTransformations).includes('BackgroundErrors'))
    .map(({ LogGroupName }) => (LogGroupName as { Ref: string }).Ref);
  const names = ['cacheinvalidator', 'mostread', 'peopleexport', 'searchcompactor', 'signinrecorder'];
  expect(logGroups.sort()).toEqual(names.map((name) => expect.stringContaining(`Functions${name}Logs`)));
});

test('warns of a portal whose alarms tell nobody, and makes a dashboard of all alarms where it is wanted', async () => {
  const { template, warnings } = await synthesizePortal(
    portal({ site: 'a', stage: 'dev', hasDashboard: true }),
  );
  expect(warnings).toEqual([expect.stringContaining('set operatorEmail in infra/stages.ts')]);
  const [dashboard] = Object.values(propertiesOf(template, 'AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard);
  for (const name of Object.keys(alarmTable)) expect(body).toContain(name);
  expect(() => assertSupported(template)).not.toThrow();
  // More than a quiet ward may cost: a setting.
  expect(idleUsd(template)).toBeGreaterThan(3);
});
