import { Construct } from 'constructs';
import { routes } from '../../shared/routes.ts';
import type { Buckets } from '../data/buckets.ts';
import type { Tables } from '../data/tables.ts';
import type { Portal } from '../stages.ts';
import { type BucketGrant, grantBucket } from './bucket-grants.ts';
import { type FunctionName, functionTable, type Grants } from './function-table.ts';
import { PortalFunction } from './portal-function.ts';
import { grantTable, type TableGrant } from './table-grants.ts';

type Props = { portal: Portal; tables: Tables; buckets: Buckets };

/** A resource that functions use: the environment variable for its name, and how to grant access to it. */
type Resource = { variable: string; name: string; grant: (to: PortalFunction, grants: Grants) => void };

/** Every function of the portal, by name, with the privileges of its row in `functionTable`. */
export class PortalFunctions extends Construct {
  readonly byName: Readonly<Record<FunctionName, PortalFunction>>;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const resources = resourcesOf(props);
    const create = (name: FunctionName): PortalFunction => {
      const { grants, ...row } = functionTable[name];
      const used = resources.filter(([resource]) => grants[resource] !== undefined);
      const created = new PortalFunction(this, name, {
        portal: props.portal,
        ...row,
        environment: {
          SITE_ID: props.portal.site,
          ...Object.fromEntries(used.map(([, resource]) => [resource.variable, resource.name])),
        },
      });
      for (const [, resource] of used) resource.grant(created, grants);
      return created;
    };
    const names = Object.keys(functionTable) as FunctionName[];
    this.byName = Object.fromEntries(names.map((name) => [name, create(name)])) as typeof this.byName;
  }

  /** Sets a variable of every function that becomes known only after they are defined. */
  addEnvironment(variable: string, value: string) {
    for (const { function: fn } of Object.values(this.byName)) fn.addEnvironment(variable, value);
  }

  /** The same for the functions that answer routes. */
  addEnvironmentOfRouted(variable: string, value: string) {
    for (const name of new Set(routes.map((route) => route.function))) {
      this.addEnvironmentOf(name, { [variable]: value });
    }
  }

  /** Sets variables of one function that become known only after it is defined. */
  addEnvironmentOf(name: FunctionName, variables: Record<string, string>) {
    for (const [variable, value] of Object.entries(variables)) {
      this.byName[name].function.addEnvironment(variable, value);
    }
  }
}

const resourcesOf = ({ portal: { site }, tables, buckets }: Props): [keyof Grants, Resource][] => {
  const table = (key: 'content' | 'activity' | 'visits', variable: string): [keyof Grants, Resource] => [
    key,
    {
      variable,
      name: tables[key].tableName,
      grant: (to, { [key]: grants = [] as readonly TableGrant[] }) =>
        grantTable(tables[key], site, to.role, grants),
    },
  ];
  const bucket = (
    key: 'images' | 'uploads' | 'search' | 'people',
    variable: string,
  ): [keyof Grants, Resource] => [
    key,
    {
      variable,
      name: buckets[key].bucketName,
      grant: (to, { [key]: grants = [] as readonly BucketGrant[] }) =>
        grantBucket(buckets[key], to.role, grants),
    },
  ];
  return [
    table('content', 'CONTENT_TABLE'),
    table('activity', 'ACTIVITY_TABLE'),
    table('visits', 'VISITS_TABLE'),
    bucket('images', 'IMAGES_BUCKET'),
    bucket('uploads', 'UPLOADS_BUCKET'),
    bucket('search', 'SEARCH_BUCKET'),
    bucket('people', 'PEOPLE_BUCKET'),
  ];
};
