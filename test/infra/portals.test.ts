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
  ...[
    'arn:aws:wafv2:ap-southeast-1:111122223333:regional/webacl/CongTinWebAcl-prod/0000',
    'arn:aws:wafv2:us-east-1:999988887777:global/webacl/CongTinWebAcl-prod/0000',
    undefined as unknown as string,
  ].map((arn): [string, Portal[], string] => [
    `the web ACL ${arn}`,
    [portal({ site: 'a', stage: 'prod', env: elsewhere, webAcl: { arn } })],
    'webAcl.arn: CongTin-a-prod needs the ARN of a web ACL of its account in us-east-1, or null until CongTinWebAcl-prod-444455556666 is deployed.',
  ]),
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
  ...[0, -1, 1.5, 36_501, Number.NaN].map((days): [string, Portal[], string] => [
    `backups that are kept for ${days} days`,
    [portal({ site: 'a', stage: 'dev', backupRetentionDays: days })],
    `backupRetentionDays: CongTin-a-dev needs a whole number of days from 1 to 36500, or null for no backups, not ${days}.`,
  ]),
  ...['', 'Tokyo', 'ap-northeast', 'ap-northeast-1a'].map((region): [string, Portal[], string] => [
    `copies of backups in "${region}"`,
    [portal({ site: 'a', stage: 'prod', env: elsewhere, backupCopyRegion: region })],
    `backupCopyRegion: CongTin-a-prod needs the name of a Region as "ap-northeast-1", or null for no copies, not "${region}".`,
  ]),
  [
    'copies of no backups',
    [portal({ site: 'a', stage: 'dev', env: elsewhere, backupCopyRegion: 'ap-northeast-1' })],
    'backupCopyRegion: CongTin-a-dev has no backups to copy to ap-northeast-1: set backupRetentionDays, or remove the Region.',
  ],
  [
    'copies of backups of a portal without an env',
    [portal({ site: 'a', stage: 'prod', backupCopyRegion: 'ap-northeast-1' })],
    'backupCopyRegion: CongTin-a-prod needs an env with account and region: without it, ap-northeast-1 could be its own Region.',
  ],
  [
    "copies of backups in the portal's own Region",
    [portal({ site: 'a', stage: 'prod', env: elsewhere, backupCopyRegion: 'ap-southeast-1' })],
    'backupCopyRegion: CongTin-a-prod is itself in ap-southeast-1: a copy needs another Region.',
  ],
])('refuses %s in one sentence', (_, portals, sentence) => {
  expect(portalProblem(portals)).toBe(sentence);
});
