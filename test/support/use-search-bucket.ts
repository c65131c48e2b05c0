import { S3Client } from '@aws-sdk/client-s3';
import { afterAll } from 'vitest';
import { localCredentials } from '../../infra/local/compute/aws-environment.ts';
import { bucketName } from '../../infra/local/data/local-names.ts';
import { startS3 } from '../../infra/local/data/s3.ts';
import { ofType } from '../../infra/local/template/template.ts';
import { snapshotStore } from '../../shared/search/snapshot-store.ts';
import { templateOf } from './templates.ts';

/** Starts an S3 with the template's bucket for snapshots. Returns the store of a site in it. */
export const useSearchBucket = async () => {
  const template = templateOf('dev');
  const engine = await startS3(template);
  afterAll(() => engine.stop());
  const { id = '' } =
    ofType(template, 'AWS::S3::Bucket').find((bucket) => bucket.id.startsWith('Search')) ?? {};
  const s3 = new S3Client({ endpoint: engine.url, forcePathStyle: true, ...localCredentials });
  return (siteId: string) => snapshotStore(bucketName(id), siteId, s3);
};
