import { expect, test } from 'vitest';
import { portalProblem } from '../../infra/check-portals.ts';
import { type Portal, portal } from '../../infra/stages.ts';

const domain = {
  name: 'phuong.example',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
};
const elsewhere = { account: '444455556666', region: 'ap-southeast-1' };
const hacVan = portal({ site: 'hac-van', stage: 'dev' });

test('accepts a site in two stages, and many sites', () => {
  const portals = [
    hacVan,
    portal({ site: 'hac-van', stage: 'prod', domain }),
    portal({ site: 'p1', stage: 'dev' }),
  ];
  expect(portalProblem(portals)).toBeNull();
});

test('lets a portal differ from its stage', () => {
  expect(portal({ site: 'a', stage: 'dev', logRetentionDays: 365 })).toMatchObject({
    logRetentionDays: 365,
    secondFactor: 'optional',
  });
});

test.each<[string, Portal[], string]>([
  [
    'a site twice in a stage',
    [hacVan, hacVan],
    'site: "hac-van" is described twice in the stage "dev"; both would be the stack CongTin-hac-van-dev.',
  ],
  [
    'a site twice in a stage, in two accounts',
    [hacVan, portal({ site: 'hac-van', stage: 'dev', env: elsewhere })],
    'site: "hac-van" is described twice in the stage "dev"; both would be the stack CongTin-hac-van-dev.',
  ],
  ...[
    '',
    'Hac-Van',
    'hạc-vân',
    'hac_van',
    '-hac',
    'hac-',
    'hac--van',
    'a#b',
    'lawson-aws',
    'a'.repeat(33),
  ].map((site): [string, Portal[], string] => [
    `the site id "${site}"`,
    [portal({ site, stage: 'dev' })],
    `site: "${site}" must be up to 32 of a-z, 0-9 and single hyphens between them, without the words aws, amazon and cognito.`,
  ]),
  [
    'an unknown stage',
    [{ ...hacVan, stage: 'test' as 'dev' }],
    'stage: "test" of the site "hac-van" must be one of dev, prod.',
  ],
  [
    'a domain without a certificate',
    [portal({ site: 'a', stage: 'prod', domain: { name: 'a.example' } as typeof domain })],
    'domain.certificateArn: CongTin-a-prod needs the ARN of an ACM certificate in us-east-1 for "a.example".',
  ],
  [
    'a certificate of another Region',
    [
      portal({
        site: 'a',
        stage: 'prod',
        domain: { ...domain, certificateArn: domain.certificateArn.replace('us-east-1', 'ap-southeast-1') },
      }),
    ],
    'domain.certificateArn: CongTin-a-prod needs the ARN of an ACM certificate in us-east-1 for "phuong.example".',
  ],
  ...['', 'van-hanh', 'van-hanh@hacvan', 'a b@hacvan.example', 'a@hacvan.example, b@hacvan.example'].map(
    (operatorEmail): [string, Portal[], string] => [
      `the e-mail address "${operatorEmail}"`,
      [portal({ site: 'a', stage: 'prod', operatorEmail })],
      `operatorEmail: "${operatorEmail}" of CongTin-a-prod must be one e-mail address.`,
    ],
  ),
  ...[0, -1, Number.NaN, undefined].map((monthlyBudgetUsd): [string, Portal[], string] => [
    `a budget of ${monthlyBudgetUsd}`,
    [{ ...hacVan, monthlyBudgetUsd: monthlyBudgetUsd as number }],
    `monthlyBudgetUsd: ${monthlyBudgetUsd} of CongTin-hac-van-dev must be a number of US dollars above 0.`,
  ]),
  [
    'a domain twice',
    [portal({ site: 'a', stage: 'prod', domain }), portal({ site: 'b', stage: 'prod', domain })],
    'domain.name: "phuong.example" belongs to two portals; the second is CongTin-b-prod.',
  ],
])('refuses %s in one sentence', (_, portals, sentence) => {
  expect(portalProblem(portals)).toBe(sentence);
});
