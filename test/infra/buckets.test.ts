import { expect, test } from 'vitest';
import { ofType } from '../../infra/local/template/template.ts';
import { portal } from '../../infra/stages.ts';
import { synthesizePortal } from '../support/synthesize-portal.ts';

const { template } = await synthesizePortal(portal({ site: 'hac-van', stage: 'prod', hasMirror: true }));
const Status = 'Enabled';
const abortUploads = { Status, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } };
const keepEarlier = (days: number) => ({ Status, NoncurrentVersionExpiration: { NoncurrentDays: days } });

/** The table of `docs/backup.md`: whether a bucket keeps versions, and its lifecycle rules. */
const states: Record<string, { isVersioned: boolean; rules: object[] }> = {
  AccessLogsBucket: { isVersioned: false, rules: [{ Status, ExpirationInDays: 90 }] },
  UploadsBucket: { isVersioned: false, rules: [{ Status, ExpirationInDays: 2 }, abortUploads] },
  ImagesBucket: {
    isVersioned: true,
    rules: [
      {
        Status,
        Prefix: 'uploads/',
        ExpirationInDays: 2,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      },
      { ...keepEarlier(90), Prefix: 'images/' },
      abortUploads,
    ],
  },
  SearchBucket: { isVersioned: false, rules: [] },
  PeopleBucket: { isVersioned: true, rules: [keepEarlier(90), abortUploads] },
  MirrorBucket: { isVersioned: true, rules: [keepEarlier(30)] },
};

const nameOf = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

test('keeps versions of a bucket and removes objects from it as documented', () => {
  const found = ofType(template, 'AWS::S3::Bucket').map(({ id, Properties }) => {
    const { VersioningConfiguration, LifecycleConfiguration } = Properties;
    const { Rules: rules = [] } = (LifecycleConfiguration ?? {}) as { Rules?: object[] };
    return [nameOf(id), { isVersioned: VersioningConfiguration !== undefined, rules }];
  });
  expect(Object.fromEntries(found)).toEqual(states);
});

test('lets CloudFront read images and the mirror alone', () => {
  const readable = ofType(template, 'AWS::S3::BucketPolicy').flatMap(({ Properties }) =>
    JSON.stringify(Properties.PolicyDocument).includes('cloudfront.amazonaws.com')
      ? [nameOf((Properties.Bucket as { Ref: string }).Ref)]
      : [],
  );
  expect(readable.sort()).toEqual(['ImagesBucket', 'MirrorBucket']);
});
