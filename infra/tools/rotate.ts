import { randomBytes } from 'node:crypto';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { siteKeys } from '../../shared/site/keys.ts';
import { readArguments } from '../cli/read-arguments.ts';
import { runCommand } from '../cli/run-command.ts';
import { UserError } from '../cli/user-error.ts';
import { type Portal, portals, stackName } from '../stages.ts';
import { portalStack } from './rotate/portal-stack.ts';
import { rotateOriginSecret } from './rotate/rotate-origin-secret.ts';

const usage = 'npm run rotate -- origin-secret | preview-key <stack>';
const secretBytes = 32;

const newSecret = () => randomBytes(secretBytes).toString('base64url');

const clientSettings = ({ env }: Portal) => (env ? { region: env.region } : {});
const stackOf = (portal: Portal) =>
  portalStack(new CloudFormationClient(clientSettings(portal)), stackName(portal));

/** What can be replaced, by its name. */
const rotations = {
  'origin-secret': (portal: Portal) =>
    rotateOriginSecret(stackOf(portal), newSecret, (outcome) => console.log(`${outcome}.`)),

  /** The next preview link makes a new key; links that were made before open nothing. */
  'preview-key': async (portal: Portal) => {
    const client = new DynamoDBClient(clientSettings(portal));
    const TableName = await stackOf(portal).output('ContentTableName');
    await client.send(
      new DeleteItemCommand({ TableName, Key: marshall(siteKeys(portal.site).previewKey()) }),
    );
  },
};

/** Replaces a secret of a deployed portal. */
const run = async () => {
  const [what = '', stack = ''] = readArguments(usage, { atLeast: 2 }).positionals;
  const rotate = new Map(Object.entries(rotations)).get(what);
  if (!rotate) throw new UserError(`Unexpected argument '${what}'. Usage: ${usage}`);
  const portal = portals.find((candidate) => stackName(candidate) === stack);
  if (!portal) throw new UserError(`infra/stages.ts describes no portal whose stack is ${stack}.`);
  await rotate(portal);
  console.log(`${what} of ${stack}: replaced.`);
};

await runCommand(run);
