import { Construct } from 'constructs';
import { contentIndexes } from '../shared/content-indexes.ts';
import type { FunctionName } from '../shared/routes.ts';
import type { ContentTable, TableGrant } from './content-table.ts';
import { PortalFunction } from './portal-function.ts';
import type { Stage } from './stages.ts';

const { siteFeed, categoryFeed, editorial } = contentIndexes;

type Work = { memoryMb: number; grants: readonly TableGrant[] };

/** What each function weighs and what it may touch: what its code calls, and no more. */
const work: Record<FunctionName, Work> = {
  pages: {
    memoryMb: 1024,
    grants: [
      { actions: ['BatchGetItem'] },
      { actions: ['Query'], indexes: [siteFeed.name, categoryFeed.name] },
    ],
  },
  articles: {
    memoryMb: 512,
    grants: [
      { actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] },
      { actions: ['Query'], indexes: [editorial.name] },
    ],
  },
  settings: {
    memoryMb: 256,
    grants: [{ actions: ['GetItem', 'PutItem'] }, { actions: ['Query'], indexes: [categoryFeed.name] }],
  },
};

/** Every function of the portal, by the name that the routes use. */
export class PortalFunctions extends Construct {
  readonly byName: Readonly<Record<FunctionName, PortalFunction>>;

  constructor(scope: Construct, id: string, { stage, table }: { stage: Stage; table: ContentTable }) {
    super(scope, id);
    const make = (name: FunctionName) => {
      const made = new PortalFunction(this, name, {
        stage,
        memoryMb: work[name].memoryMb,
        environment: {
          CONTENT_TABLE: table.tableName,
          SITE_ID: stage.siteId,
          SITE_ORIGIN: stage.domain ? `https://${stage.domain.name}` : '',
        },
      });
      table.grant(made.function, work[name].grants);
      return made;
    };
    this.byName = { pages: make('pages'), articles: make('articles'), settings: make('settings') };
  }
}
