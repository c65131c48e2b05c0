import { AttributeType, ProjectionType, StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { activityIndexes } from '../../shared/table/activity-indexes.ts';
import { contentIndexes } from '../../shared/table/content-indexes.ts';
import type { Portal } from '../stages.ts';
import { portalTable } from './portal-table.ts';
import { projections } from './projections.ts';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** The content of the staff. Items: the `keys.ts` of `shared/articles`, `shared/images` and `shared/site`. */
const contentTable = (scope: Construct, portal: Portal) =>
  portalTable(scope, 'ContentTable', portal, {
    globalSecondaryIndexes: Object.entries(contentIndexes).map(([key, index]) => ({
      indexName: index.name,
      partitionKey: string(index.partition),
      sortKey: string(index.sort),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...projections[key as keyof typeof contentIndexes]],
    })),
    // The stream is the outbox: what must follow a change hangs on it.
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
  });

/**
 * The activity log: see `shared/activity`. A table of its own, because no policy on part of a table could say that functions add and
 * read entries, and that none may update or delete them.
 */
const activityTable = (scope: Construct, portal: Portal) =>
  portalTable(scope, 'ActivityTable', portal, {
    globalSecondaryIndexes: Object.values(activityIndexes).map(({ name, partition }) => ({
      indexName: name,
      partitionKey: string(partition),
      sortKey: string('sk'),
    })),
  });

/** Counted visits: see `shared/visits/keys.ts`. Apart from the content and without a stream, so that a rush of readers never delays an editor's change. */
const visitsTable = (scope: Construct, portal: Portal) =>
  portalTable(scope, 'VisitsTable', portal, {
    // Single visits expire; counts never do.
    timeToLiveAttribute: 'expiresAt',
  });

/** The tables of the portal. Their ids are a contract: a changed one replaces the table. */
export const createTables = (scope: Construct, portal: Portal) => ({
  content: contentTable(scope, portal),
  activity: activityTable(scope, portal),
  visits: visitsTable(scope, portal),
});
export type Tables = ReturnType<typeof createTables>;
