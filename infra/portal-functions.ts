import { Construct } from 'constructs';
import { activityIndex, contentIndexes } from '../shared/content-indexes.ts';
import type { FunctionName } from '../shared/routes.ts';
import type { ActivityTable } from './activity-table.ts';
import type { ContentTable } from './content-table.ts';
import type { BucketGrant, ImagesBucket } from './images-bucket.ts';
import { PortalFunction } from './portal-function.ts';
import type { Stage } from './stages.ts';
import { grantTable, type TableGrant } from './table-grants.ts';
import type { VisitsTable } from './visits-table.ts';

const { siteFeed, categoryFeed, editorial, images } = contentIndexes;

/** All that a function may do to what was done. */
const addEntries: TableGrant = { actions: ['PutItem'] };

type Work = {
  memoryMb: number;
  timeoutSeconds: number;
  contentGrants?: readonly TableGrant[];
  activityGrants?: readonly TableGrant[];
  visitsGrants?: readonly TableGrant[];
  bucketGrants?: readonly BucketGrant[];
  /** Holds sharp, which is no JavaScript and cannot be bundled. */
  hasSharp?: true;
};

/** What each function weighs and what it may touch: what its code calls, and no more. */
const work: Record<FunctionName, Work> = {
  pages: {
    memoryMb: 1024,
    timeoutSeconds: 10,
    contentGrants: [
      { actions: ['BatchGetItem'] },
      { actions: ['Query'], indexes: [siteFeed.name, categoryFeed.name] },
    ],
    visitsGrants: [{ actions: ['BatchGetItem'] }],
  },
  visits: {
    memoryMb: 512,
    timeoutSeconds: 10,
    visitsGrants: [{ actions: ['BatchGetItem', 'Query', 'PutItem', 'UpdateItem'] }],
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
  settings: {
    memoryMb: 256,
    timeoutSeconds: 10,
    contentGrants: [
      { actions: ['GetItem', 'PutItem'] },
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
};

/** Every function of the portal, by the name that the routes use. */
export class PortalFunctions extends Construct {
  readonly byName: Readonly<Record<FunctionName, PortalFunction>>;

  constructor(scope: Construct, id: string, { stage, content, activity, visits, images: bucket }: Props) {
    super(scope, id);
    const make = (name: FunctionName) => {
      const {
        contentGrants = [],
        activityGrants = [],
        visitsGrants = [],
        bucketGrants = [],
        ...settings
      } = work[name];
      const made = new PortalFunction(this, name, {
        stage,
        ...settings,
        environment: {
          SITE_ID: stage.siteId,
          SITE_ORIGIN: stage.domain ? `https://${stage.domain.name}` : '',
          ...(contentGrants.length > 0 && { CONTENT_TABLE: content.tableName }),
          ...(activityGrants.length > 0 && { ACTIVITY_TABLE: activity.tableName }),
          ...(visitsGrants.length > 0 && { VISITS_TABLE: visits.tableName }),
          ...(bucketGrants.length > 0 && { IMAGES_BUCKET: bucket.bucket.bucketName }),
        },
      });
      grantTable(content.tableArn, made.role, contentGrants);
      grantTable(activity.tableArn, made.role, activityGrants);
      grantTable(visits.tableArn, made.role, visitsGrants);
      bucket.grant(made.role, bucketGrants);
      return made;
    };
    this.byName = {
      pages: make('pages'),
      articles: make('articles'),
      images: make('images'),
      settings: make('settings'),
      visits: make('visits'),
    };
  }
}
