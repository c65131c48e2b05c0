import { afterAll } from 'vitest';
import { localCredentials } from '../../infra/local/compute/aws-environment.ts';
import { startDynamodb } from '../../infra/local/data/dynamodb.ts';
import { createTables } from '../../infra/local/data/tables.ts';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import { ofType, type Template } from '../../infra/local/template/template.ts';
import { dynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { templateOf } from './templates.ts';

let shared: Promise<string> | undefined;

/** The URL of the test file's engine, with the tables of the template. */
export const engineUrl = (): Promise<string> => {
  shared ??= startEngine();
  return shared;
};

const startEngine = async () => {
  const engine = await startDynamodb();
  afterAll(() => engine.stop());
  const template = templateOf('dev');
  await createTables(withoutTtl(template), resolver(localReferences(template)), engine.url);
  return engine.url;
};

/** The engine expires items by the machine's clock: those of a test that sets its own would disappear while it runs. */
const withoutTtl = (template: Template): Template => ({
  ...template,
  resources: template.resources.map((resource) => {
    const { TimeToLiveSpecification, ...Properties } = resource.Properties;
    return { ...resource, Properties };
  }),
});

/** A table of the template without a portal, for tests that set the clock. */
const aTable = (name: 'Content' | 'Visits') => async () => {
  const { id = '' } =
    ofType(templateOf('dev'), 'AWS::DynamoDB::GlobalTable').find((table) => table.id.startsWith(name)) ?? {};
  return connectTable(id, dynamodbClient({ endpoint: await engineUrl(), ...localCredentials }));
};
export const aVisitsTable = aTable('Visits');
export const aContentTable = aTable('Content');
