import { join } from 'node:path';
import { firstStackId } from '../../infra/local/choose-portal.ts';
import { localCredentials } from '../../infra/local/compute/aws-environment.ts';
import { startDynamodb } from '../../infra/local/data/dynamodb.ts';
import { createTables } from '../../infra/local/data/tables.ts';
import { localReferences } from '../../infra/local/template/local-references.ts';
import { resolver } from '../../infra/local/template/resolve.ts';
import { ofType, readTemplate } from '../../infra/local/template/template.ts';
import { type DynamodbClient, dynamodbClient } from '../../shared/table/dynamodb-client.ts';
import { type MeteringProxy, meteringProxy } from './metering-proxy.ts';

type MeteredTables = {
  proxy: MeteringProxy;
  /** Clients through the proxy and beside it. */
  metered: DynamodbClient;
  direct: DynamodbClient;
  engineUrl: string;
  /** The name of a table of the template by its beginning. */
  tableName: (beginning: string) => string;
};

const connect = (endpoint: string) => dynamodbClient({ endpoint, ...localCredentials });

/** Runs some work on the template's tables, in an engine of its own behind a metering proxy. */
export const withMeteredTables = async (
  templateDirectory: string,
  work: (tables: MeteredTables) => Promise<void>,
) => {
  const engine = await startDynamodb();
  const proxy = meteringProxy();
  try {
    const template = await readTemplate(join(templateDirectory, `${firstStackId()}.template.json`));
    await createTables(template, resolver(localReferences(template)), engine.url);
    const tables = ofType(template, 'AWS::DynamoDB::GlobalTable').map(({ id }) => id);
    await work({
      proxy,
      metered: connect(await proxy.start(engine.url)),
      direct: connect(engine.url),
      engineUrl: engine.url,
      tableName: (beginning) => tables.find((id) => id.startsWith(beginning)) ?? '',
    });
  } finally {
    await engine.stop();
    proxy.stop();
  }
};
