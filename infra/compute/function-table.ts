import type { FunctionName as RoutedFunctionName } from '../../shared/routes.ts';
import { activityIndexes } from '../../shared/table/activity-indexes.ts';
import { contentIndexes } from '../../shared/table/content-indexes.ts';
import type { BucketGrant } from './bucket-grants.ts';
import type { TableGrant } from './table-grants.ts';

/** Functions that answer routes, and those that a schedule or a stream invokes. */
export type FunctionName =
  | RoutedFunctionName
  | 'most-read'
  | 'search-compactor'
  | 'cache-invalidator'
  | 'sign-in-recorder'
  | 'people-export';

/** The permissions of a function, by resource. It gets the name of each listed resource in its environment. */
export type Grants = {
  content?: readonly TableGrant[];
  activity?: readonly TableGrant[];
  visits?: readonly TableGrant[];
  images?: readonly BucketGrant[];
  uploads?: readonly BucketGrant[];
  search?: readonly BucketGrant[];
  people?: readonly BucketGrant[];
};

export type FunctionRow = {
  memoryMb: number;
  timeoutSeconds: number;
  /** Size of /tmp; 512 MB if none is given. */
  temporaryMb?: number;
  grants: Grants;
  /** Needs sharp, a native module, which cannot be bundled. */
  hasSharp?: true;
  /** A script that builds the files that the function serves, into the directory that it is given. */
  fileBuild?: string;
};

const { siteFeed, categoryFeed, calendar, tags, editorial, images } = contentIndexes;

/** The activity log is only added to. */
const addActivity: TableGrant = { actions: ['PutItem'] };
/** What pages show of visits. */
const readStatistics: TableGrant = { actions: ['BatchGetItem'], partitions: ['STATISTICS'] };
/** When the table was last backed up. */
const describeBackups: TableGrant = { actions: ['DescribeContinuousBackups'] };
/** Without it S3 calls a missing object a forbidden one. */
const listBucket: BucketGrant = { actions: ['ListBucket'] };

/** The size and the privileges of each function: what its code calls, and no more. */
export const functionTable: Record<FunctionName, FunctionRow> = {
  pages: {
    memoryMb: 1024,
    timeoutSeconds: 10,
    grants: {
      content: [
        { actions: ['BatchGetItem'], partitions: ['LIVE#*', 'SITE', 'REDIRECT#*'] },
        { actions: ['Query'], indexes: [siteFeed.name, categoryFeed.name, calendar.name] },
        { actions: ['Query'], partitions: ['TAG#*'] },
      ],
      visits: [readStatistics],
    },
  },
  feeds: {
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: {
      content: [
        { actions: ['BatchGetItem'], partitions: ['LIVE#*', 'SITE'] },
        { actions: ['Query'], indexes: [siteFeed.name, categoryFeed.name, calendar.name] },
      ],
    },
  },
  articles: {
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: {
      content: [
        {
          actions: [
            'GetItem',
            'BatchGetItem',
            'Query',
            'PutItem',
            'UpdateItem',
            'DeleteItem',
            'ConditionCheckItem',
          ],
        },
        { actions: ['Query'], indexes: [editorial.name, siteFeed.name] },
      ],
      activity: [addActivity],
    },
  },
  images: {
    // One whole processor comes with 1,769 MB: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
    memoryMb: 1769,
    timeoutSeconds: 28,
    hasSharp: true,
    grants: {
      content: [
        { actions: ['UpdateItem', 'DeleteItem'], partitions: ['IMAGE#*'] },
        // Live versions get the files that their pictures lacked, unless the working copy changes meanwhile.
        { actions: ['GetItem'], partitions: ['IMAGE#*', 'LIVE#*', 'ARTICLE#*'] },
        { actions: ['PutItem'], partitions: ['IMAGE#*', 'LIVE#*', 'TAG#*'] },
        { actions: ['ConditionCheckItem'], partitions: ['ARTICLE#*'] },
        { actions: ['Query'], indexes: [images.name] },
      ],
      activity: [addActivity],
      images: [{ actions: ['GetObject', 'PutObject', 'DeleteObject'], prefix: 'images/' }, listBucket],
      uploads: [{ actions: ['GetObject', 'PutObject', 'DeleteObject'], prefix: 'uploads/' }, listBucket],
    },
  },
  // Its privilege on the dead-letter queue comes with `ContentStream`.
  'site-admin': {
    memoryMb: 512,
    // A batch of a category's move or of a tag's rename takes some seconds.
    timeoutSeconds: 28,
    grants: {
      content: [
        {
          actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
        },
        { actions: ['Query'], indexes: [calendar.name, categoryFeed.name, editorial.name, tags.name] },
        { actions: ['Query'], partitions: ['TAG#*', 'SITE', 'CHANGES'] },
        describeBackups,
      ],
      activity: [
        addActivity,
        { actions: ['Query'] },
        { actions: ['Query'], indexes: Object.values(activityIndexes).map(({ name }) => name) },
        describeBackups,
      ],
      visits: [{ actions: ['Query'], partitions: ['COUNT#*'] }, describeBackups],
    },
  },
  visits: {
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: {
      content: [
        { actions: ['BatchGetItem'], partitions: ['LIVE#*'] },
        { actions: ['Query'], indexes: [calendar.name] },
      ],
      visits: [{ actions: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] }],
      activity: [addActivity],
    },
  },
  console: { memoryMb: 256, timeoutSeconds: 10, grants: {}, fileBuild: 'functions/console/build.ts' },
  'most-read': {
    memoryMb: 256,
    timeoutSeconds: 60,
    grants: {
      content: [{ actions: ['BatchGetItem'], partitions: ['LIVE#*'] }],
      visits: [{ actions: ['BatchGetItem', 'Query', 'PutItem'] }],
    },
  },
  search: {
    memoryMb: 1024,
    // Rebuilding an index from the table takes some seconds.
    timeoutSeconds: 28,
    grants: {
      content: [
        { actions: ['BatchGetItem'], partitions: ['LIVE#*', 'SITE'] },
        { actions: ['GetItem', 'Query'], partitions: ['CHANGES'] },
        { actions: ['Query'], indexes: [siteFeed.name] },
      ],
      visits: [readStatistics, { actions: ['UpdateItem'], partitions: ['SEARCHES'] }],
      search: [{ actions: ['GetObject'], prefix: 'snapshots/' }, listBucket],
    },
  },
  'search-compactor': {
    memoryMb: 1769,
    timeoutSeconds: 900,
    // Two indexes of 512 MB, that which is read and its compacted copy, and what SQLite needs to optimize.
    temporaryMb: 2048,
    grants: {
      content: [
        { actions: ['BatchGetItem'], partitions: ['LIVE#*'] },
        { actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'], partitions: ['CHANGES'] },
        { actions: ['Query'], indexes: [siteFeed.name] },
      ],
      search: [{ actions: ['GetObject', 'PutObject', 'DeleteObject'], prefix: 'snapshots/' }, listBucket],
    },
  },
  // Its privileges on the user pool come with `StaffUserPool`.
  people: {
    memoryMb: 512,
    timeoutSeconds: 28,
    grants: {
      content: [{ actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'], partitions: ['PEOPLE'] }],
      activity: [addActivity],
    },
  },
  'sign-in-recorder': {
    memoryMb: 512,
    // Cognito does not wait longer.
    timeoutSeconds: 5,
    grants: { content: [{ actions: ['UpdateItem'], partitions: ['PEOPLE'] }] },
  },
  // Its privileges on the user pool come with `StaffUserPool`.
  'people-export': {
    memoryMb: 256,
    timeoutSeconds: 60,
    grants: { people: [{ actions: ['PutObject'], prefix: 'people/' }] },
  },
  // Its privileges on the stream, the distribution and the dead-letter queue come with `ContentStream`.
  'cache-invalidator': { memoryMb: 256, timeoutSeconds: 30, grants: {} },
};
