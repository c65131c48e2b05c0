import { Construct } from 'constructs';
import type { FunctionName } from '../../shared/routes.ts';
import { activityIndex } from '../../shared/table/activity-index.ts';
import { contentIndexes } from '../../shared/table/content-indexes.ts';
import type { ActivityTable } from '../data/activity-table.ts';
import type { ContentTable } from '../data/content-table.ts';
import type { ImagesBucket } from '../data/images-bucket.ts';
import type { SearchBucket } from '../data/search-bucket.ts';
import type { VisitsTable } from '../data/visits-table.ts';
import type { Stage } from '../stages.ts';
import { type BucketGrant, grantBucket } from './bucket-grants.ts';
import { PortalFunction } from './portal-function.ts';
import { grantTable, type TableGrant } from './table-grants.ts';

const { siteFeed, categoryFeed, calendar, editorial, images } = contentIndexes;

/** All that a function may do to what was done. */
const addEntries: TableGrant = { actions: ['PutItem'] };

type Work = {
  memoryMb: number;
  timeoutSeconds: number;
  contentGrants?: readonly TableGrant[];
  activityGrants?: readonly TableGrant[];
  visitsGrants?: readonly TableGrant[];
  bucketGrants?: readonly BucketGrant[];
  searchGrants?: readonly BucketGrant[];
  /** Holds sharp, which is no JavaScript and cannot be bundled. */
  hasSharp?: true;
};

/** Functions that answer routes, and those that something else calls. */
export type AnyFunctionName = FunctionName | 'search-compactor';

/** What each function weighs and what it may touch: what its code calls, and no more. */
const work: Record<AnyFunctionName, Work> = {
  pages: {
    memoryMb: 1024,
    timeoutSeconds: 10,
    contentGrants: [
      { actions: ['BatchGetItem'] },
      { actions: ['Query'], indexes: [siteFeed.name, categoryFeed.name, calendar.name] },
      { actions: ['Query'], partitions: 'TAG#' },
    ],
    visitsGrants: [{ actions: ['BatchGetItem'] }],
  },
  feeds: {
    memoryMb: 512,
    timeoutSeconds: 10,
    contentGrants: [
      { actions: ['BatchGetItem'] },
      { actions: ['Query'], indexes: [siteFeed.name, categoryFeed.name, calendar.name] },
    ],
  },
  visits: {
    memoryMb: 512,
    timeoutSeconds: 10,
    visitsGrants: [{ actions: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] }],
  },
  search: {
    memoryMb: 1024,
    // An index that has to be made from the table takes some seconds.
    timeoutSeconds: 28,
    contentGrants: [
      { actions: ['GetItem', 'BatchGetItem', 'Query'] },
      { actions: ['Query'], indexes: [siteFeed.name] },
    ],
    visitsGrants: [{ actions: ['BatchGetItem'] }],
    searchGrants: [
      { actions: ['GetObject'], prefix: 'snapshots/' },
      // Without it S3 calls a missing snapshot a forbidden one.
      { actions: ['ListBucket'] },
    ],
  },
  'search-compactor': {
    memoryMb: 1769,
    timeoutSeconds: 900,
    contentGrants: [
      { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'] },
      { actions: ['Query'], indexes: [siteFeed.name] },
    ],
    searchGrants: [
      { actions: ['GetObject', 'PutObject', 'DeleteObject'], prefix: 'snapshots/' },
      { actions: ['ListBucket'] },
    ],
  },
  articles: {
    memoryMb: 512,
    timeoutSeconds: 10,
    contentGrants: [
      { actions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
      { actions: ['Query'], indexes: [editorial.name, categoryFeed.name] },
    ],
    activityGrants: [addEntries],
  },
  images: {
    // One whole processor comes with 1,769 MB: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
    memoryMb: 1769,
    timeoutSeconds: 28,
    hasSharp: true,
    contentGrants: [
      { actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] },
      { actions: ['Query'], indexes: [images.name] },
    ],
    activityGrants: [addEntries],
    bucketGrants: [
      { actions: ['GetObject', 'PutObject', 'DeleteObject'], prefix: 'uploads/' },
      { actions: ['PutObject', 'DeleteObject'], prefix: 'images/' },
      // Without it S3 calls a missing upload a forbidden one.
      { actions: ['ListBucket'] },
    ],
  },
  'site-admin': {
    memoryMb: 256,
    timeoutSeconds: 10,
    contentGrants: [
      { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'] },
      { actions: ['Query'], indexes: [categoryFeed.name] },
    ],
    activityGrants: [
      addEntries,
      { actions: ['Query'] },
      { actions: ['Query'], indexes: [activityIndex.name] },
    ],
  },
};

type Props = {
  stage: Stage;
  content: ContentTable;
  activity: ActivityTable;
  visits: VisitsTable;
  images: ImagesBucket;
  search: SearchBucket;
};

/** Every function of the portal, by the name that the routes use. */
export class PortalFunctions extends Construct {
  readonly byName: Readonly<Record<AnyFunctionName, PortalFunction>>;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { stage, content, activity, visits, images: bucket, search } = props;
    const make = (name: AnyFunctionName) => {
      const { contentGrants = [], activityGrants = [], visitsGrants = [], ...others } = work[name];
      const { bucketGrants = [], searchGrants = [], ...settings } = others;
      const made = new PortalFunction(this, name, {
        stage,
        ...settings,
        environment: {
          SITE_ID: stage.siteId,
          ...(contentGrants.length > 0 && { CONTENT_TABLE: content.tableName }),
          ...(activityGrants.length > 0 && { ACTIVITY_TABLE: activity.tableName }),
          ...(visitsGrants.length > 0 && { VISITS_TABLE: visits.tableName }),
          ...(bucketGrants.length > 0 && { IMAGES_BUCKET: bucket.bucket.bucketName }),
          ...(searchGrants.length > 0 && { SEARCH_BUCKET: search.bucket.bucketName }),
        },
      });
      grantTable({ arn: content.tableArn, siteId: stage.siteId }, made.role, contentGrants);
      grantTable({ arn: activity.tableArn, siteId: stage.siteId }, made.role, activityGrants);
      grantTable({ arn: visits.tableArn, siteId: stage.siteId }, made.role, visitsGrants);
      grantBucket(bucket.bucket, made.role, bucketGrants);
      grantBucket(search.bucket, made.role, searchGrants);
      return made;
    };
    this.byName = {
      pages: make('pages'),
      feeds: make('feeds'),
      articles: make('articles'),
      images: make('images'),
      'site-admin': make('site-admin'),
      visits: make('visits'),
      search: make('search'),
      'search-compactor': make('search-compactor'),
    };
  }

  /** Tells every function the one address of the portal, known only once the distribution before it is. */
  tellOrigin(origin: string) {
    for (const { function: made } of Object.values(this.byName)) made.addEnvironment('SITE_ORIGIN', origin);
  }
}
