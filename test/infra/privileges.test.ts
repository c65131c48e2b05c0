import { describe, expect, test } from 'vitest';
import { propertiesOf, templates } from '../support/templates.ts';

type Statement = { Action: string | string[]; Resource: unknown; Effect: string; Condition?: unknown };
type Policy = { PolicyDocument: { Statement: Statement[] }; Roles: [{ Ref: string }] };

const table = { 'Fn::GetAtt': [expect.stringMatching(/^ContentTable/), 'Arn'] };
const visits = { 'Fn::GetAtt': [expect.stringMatching(/^VisitsTable/), 'Arn'] };
const activity = { 'Fn::GetAtt': [expect.stringMatching(/^ActivityTable/), 'Arn'] };
const bucket = { 'Fn::GetAtt': [expect.stringMatching(/^ImagesBucket/), 'Arn'] };
const uploads = { 'Fn::GetAtt': [expect.stringMatching(/^UploadsBucket/), 'Arn'] };
const people = { 'Fn::GetAtt': [expect.stringMatching(/^PeopleBucket/), 'Arn'] };
const search = { 'Fn::GetAtt': [expect.stringMatching(/^SearchBucket/), 'Arn'] };
const inSearch = (keys: string) => ({ 'Fn::Join': ['', [search, keys]] });
const inBucket = (keys: string) => ({ 'Fn::Join': ['', [bucket, keys]] });
const deadLetterQueue = { 'Fn::GetAtt': [expect.stringMatching(/^ContentStreamDeadLetterQueue/), 'Arn'] };
const pool = { 'Fn::GetAtt': [expect.stringMatching(/^StaffUserPool/), 'Arn'] };
const stream = { 'Fn::GetAtt': [expect.stringMatching(/^ContentTable/), 'StreamArn'] };
const distribution = {
  'Fn::Join': ['', expect.arrayContaining([{ Ref: expect.stringMatching(/^DistributionCdn/) }])],
};
const partitionsOf =
  (site: string) =>
  (...partitions: string[]) => ({
    'ForAllValues:StringLike': {
      'dynamodb:LeadingKeys': partitions.map((partition) => `${site}#${partition}`),
    },
  });
const index = (name: string, of = table) => ({ 'Fn::Join': ['', [of, `/index/${name}`]] });

/** All privileges of each function. A new line is a decision: does its code make that call? */
const allowedFor = (
  ofPartitions: ReturnType<typeof partitionsOf>,
): Record<string, Pick<Statement, 'Action' | 'Resource' | 'Condition'>[]> => ({
  pages: [
    {
      Action: 'dynamodb:BatchGetItem',
      Resource: table,
      Condition: ofPartitions('LIVE#*', 'SITE', 'REDIRECT#*'),
    },
    { Action: 'dynamodb:Query', Resource: [index('calendar'), index('category-feed'), index('site-feed')] },
    { Action: 'dynamodb:Query', Resource: table, Condition: ofPartitions('TAG#*') },
    { Action: 'dynamodb:BatchGetItem', Resource: visits, Condition: ofPartitions('STATISTICS') },
  ],
  feeds: [
    { Action: 'dynamodb:BatchGetItem', Resource: table, Condition: ofPartitions('LIVE#*', 'SITE') },
    { Action: 'dynamodb:Query', Resource: [index('calendar'), index('category-feed'), index('site-feed')] },
  ],
  // Looks up articles, and writes nothing of what editors write.
  visits: [
    { Action: 'dynamodb:BatchGetItem', Resource: table, Condition: ofPartitions('LIVE#*') },
    { Action: 'dynamodb:Query', Resource: index('calendar') },
    { Action: 'dynamodb:PutItem', Resource: activity },
    {
      Action: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
      Resource: visits,
    },
  ],
  'most-read': [
    { Action: 'dynamodb:BatchGetItem', Resource: table, Condition: ofPartitions('LIVE#*') },
    { Action: ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:Query'], Resource: visits },
  ],
  articles: [
    {
      Action: [
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
      Resource: table,
    },
    { Action: 'dynamodb:Query', Resource: [index('editorial'), index('site-feed')] },
    { Action: 'dynamodb:PutItem', Resource: activity },
  ],
  images: [
    {
      Action: ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'],
      Resource: table,
      Condition: ofPartitions('IMAGE#*'),
    },
    {
      Action: 'dynamodb:GetItem',
      Resource: table,
      Condition: ofPartitions('IMAGE#*', 'LIVE#*', 'ARTICLE#*'),
    },
    { Action: 'dynamodb:PutItem', Resource: table, Condition: ofPartitions('IMAGE#*', 'LIVE#*', 'TAG#*') },
    { Action: 'dynamodb:ConditionCheckItem', Resource: table, Condition: ofPartitions('ARTICLE#*') },
    { Action: 'dynamodb:Query', Resource: index('images') },
    { Action: 'dynamodb:PutItem', Resource: activity },
    {
      Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: [inBucket('/images/*'), { 'Fn::Join': ['', [uploads, '/uploads/*']] }],
    },
    { Action: 's3:ListBucket', Resource: [bucket, uploads] },
  ],
  search: [
    { Action: 'dynamodb:BatchGetItem', Resource: table, Condition: ofPartitions('LIVE#*', 'SITE') },
    {
      Action: ['dynamodb:GetItem', 'dynamodb:Query'],
      Resource: table,
      Condition: ofPartitions('CHANGES'),
    },
    { Action: 'dynamodb:Query', Resource: index('site-feed') },
    { Action: 'dynamodb:BatchGetItem', Resource: visits, Condition: ofPartitions('STATISTICS') },
    // Counts searches without results, and no visit.
    { Action: 'dynamodb:UpdateItem', Resource: visits, Condition: ofPartitions('SEARCHES') },
    { Action: 's3:GetObject', Resource: inSearch('/snapshots/*') },
    { Action: 's3:ListBucket', Resource: search },
  ],
  'search-compactor': [
    { Action: 'dynamodb:BatchGetItem', Resource: table, Condition: ofPartitions('LIVE#*') },
    {
      Action: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      Resource: table,
      Condition: ofPartitions('CHANGES'),
    },
    { Action: 'dynamodb:Query', Resource: index('site-feed') },
    { Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], Resource: inSearch('/snapshots/*') },
    { Action: 's3:ListBucket', Resource: search },
  ],
  'site-admin': [
    {
      Action: [
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeContinuousBackups',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      Resource: table,
    },
    {
      Action: 'dynamodb:Query',
      Resource: [
        activity,
        index('by-person', activity),
        index('by-subject', activity),
        index('calendar'),
        index('category-feed'),
        index('editorial'),
        index('tags'),
      ],
    },
    { Action: 'dynamodb:Query', Resource: table, Condition: ofPartitions('TAG#*', 'SITE', 'CHANGES') },
    { Action: ['dynamodb:DescribeContinuousBackups', 'dynamodb:PutItem'], Resource: activity },
    { Action: 'dynamodb:Query', Resource: visits, Condition: ofPartitions('COUNT#*') },
    { Action: 'dynamodb:DescribeContinuousBackups', Resource: visits },
    { Action: 'sqs:GetQueueAttributes', Resource: deadLetterQueue },
  ],
  // Never deletes an account, and never sets a password.
  people: [
    {
      Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      Resource: table,
      Condition: ofPartitions('PEOPLE'),
    },
    { Action: 'dynamodb:PutItem', Resource: activity },
    {
      Action: [
        'cognito-idp:AdminAddUserToGroup',
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminDeleteSoftwareToken',
        'cognito-idp:AdminDisableUser',
        'cognito-idp:AdminEnableUser',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:AdminRemoveUserFromGroup',
        'cognito-idp:AdminUserGlobalSignOut',
        'cognito-idp:ListUsers',
        'cognito-idp:ListUsersInGroup',
      ],
      Resource: pool,
    },
  ],
  'sign-in-recorder': [{ Action: 'dynamodb:UpdateItem', Resource: table, Condition: ofPartitions('PEOPLE') }],
  // Reads accounts and changes none; writes one file, and reads none.
  'people-export': [
    { Action: 's3:PutObject', Resource: { 'Fn::Join': ['', [people, '/people/*']] } },
    { Action: ['cognito-idp:ListUsers', 'cognito-idp:ListUsersInGroup'], Resource: pool },
  ],
  console: [],
  // Reads the stream, never the table; invalidates one distribution.
  'cache-invalidator': [
    { Action: 'cloudfront:CreateInvalidation', Resource: distribution },
    { Action: 'sqs:SendMessage', Resource: deadLetterQueue },
    {
      Action: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      Resource: stream,
    },
  ],
});
const logsAndTraces = [
  {
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: { 'Fn::GetAtt': [expect.any(String), 'Arn'] },
  },
  { Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], Resource: '*' },
];

describe.each(templates)('%s', (_, template, __, { site }) => {
  const allowed = allowedFor(partitionsOf(site));
  const policies = Object.values(propertiesOf(template, 'AWS::IAM::Policy')) as Policy[];

  test.each(Object.keys(allowed))('%s has exactly the permissions that its code needs', (name) => {
    const inId = name.replaceAll('-', '');
    const own = policies.filter(({ Roles }) => Roles[0].Ref.startsWith(`Functions${inId}Role`));
    const statements = own.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(
      statements.map(({ Action, Resource, Condition }) => ({
        Action,
        Resource,
        ...(Condition !== undefined && { Condition }),
      })),
    ).toEqual([...logsAndTraces, ...(allowed[name] ?? [])]);
    expect(statements.every(({ Effect }) => Effect === 'Allow')).toBe(true);
  });

  test('lets functions add to and read the activity, but not change or delete it', () => {
    const onActivity = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Resource }) => JSON.stringify(Resource).includes('ActivityTable'));
    const actions = new Set(onActivity.flatMap(({ Action }) => Action));
    expect([...actions].sort()).toEqual([
      'dynamodb:DescribeContinuousBackups',
      'dynamodb:PutItem',
      'dynamodb:Query',
    ]);
  });

  test('attaches no managed policy, and no policy to two roles', () => {
    for (const [id, role] of Object.entries(propertiesOf(template, 'AWS::IAM::Role'))) {
      // `backup.test.ts` has the role of AWS Backup.
      if (!id.startsWith('BackupPlanRole')) expect(role).not.toHaveProperty('ManagedPolicyArns');
      expect(role).not.toHaveProperty('Policies');
    }
    expect(propertiesOf(template, 'AWS::IAM::ManagedPolicy')).toEqual({});
    expect(policies.length).toBe(Object.keys(allowed).length);
    for (const { Roles } of policies) expect(Roles).toHaveLength(1);
  });
});
