import { join } from 'node:path';
import { apiGateway } from './api/api-gateway.ts';
import { lambdaEnvironment } from './compute/aws-environment.ts';
import { startStreamSources } from './compute/event-source-mapping.ts';
import { startFunctions } from './compute/functions.ts';
import { startSchedules } from './compute/schedules.ts';
import { startDynamodb } from './data/dynamodb.ts';
import { startS3 } from './data/s3.ts';
import { createTables } from './data/tables.ts';
import { bucketOrigin } from './edge/bucket-origin.ts';
import { readDistribution } from './edge/distribution.ts';
import { edge, overHttp } from './edge/edge.ts';
import { startInvalidationApi } from './edge/invalidation-api.ts';
import { readHeadersPolicies } from './edge/response-headers.ts';
import { takePort } from './http-server.ts';
import type { Account } from './sign-in/accounts.ts';
import { signInService } from './sign-in/sign-in.ts';
import { publicKeys, signAccessToken } from './sign-in/signing-key.ts';
import { officeClient } from './sign-in/user-pool-client.ts';
import { assertModelled } from './template/assert-supported.ts';
import { references } from './template/references.ts';
import { resolver } from './template/resolve.ts';
import { readTemplate } from './template/template.ts';

export type PortalOptions = {
  /** Where `cdk synth` has put the template and the bundles. */
  templateDirectory: string;
  /** 0 for any free one, as for `signInPort`. */
  port: number;
  signInPort?: number;
  /** Where everything is kept between starts; in memory without one. */
  dataDirectory?: string;
  /** Something to put between the functions and DynamoDB Local: from the engine's URL to the one to use. */
  dynamodbProxy?: (engineUrl: string) => Promise<string>;
  /** False to take requests faster than the template allows: for tests and measurements that send thousands. */
  isThrottled?: boolean;
};
type Stop = () => Promise<unknown>;

/** Log lines that are kept, the newest of them. */
const keptLogLines = 5_000;

/** Runs the dev stage's template on engines of its own, on 127.0.0.1. When a step fails, what was started before it is ended. */
export const startPortal = async (options: PortalOptions) => {
  const stops: Stop[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    return { ...(await start(options, stops)), close };
  } catch (error) {
    await close();
    throw error;
  }
};
export type Portal = Awaited<ReturnType<typeof startPortal>>;

const start = async (options: PortalOptions, stops: Stop[]) => {
  const {
    templateDirectory,
    port,
    signInPort = 0,
    dataDirectory,
    dynamodbProxy,
    isThrottled = true,
  } = options;
  const ending = <Engine extends { stop: Stop }>(engine: Engine): Engine => {
    stops.push(engine.stop);
    return engine;
  };
  const logLines: string[] = [];
  const log = (line: string) => {
    logLines.push(line);
    if (logLines.length > keptLogLines) logLines.shift();
  };

  const template = await readTemplate(join(templateDirectory, 'CongTin-dev.template.json'));
  assertModelled(template);
  const front = ending(await takePort(port));
  const resolve = resolver(references(template, new URL(front.url).host));
  const signIn = ending(await takePort(signInPort));

  const dynamodb = ending(await startDynamodb(dataDirectory && join(dataDirectory, 'dynamodb')));
  await createTables(template, resolve, dynamodb.url);
  const s3 = ending(await startS3(template, dataDirectory && join(dataDirectory, 's3')));

  const { signer, callbackUrls } = await officeClient(template, resolve, {
    issuer: signIn.url,
    dataDirectory,
  });
  signIn.open(signInService(signer, [...callbackUrls, `${front.url}/admin/`]));

  // The edge is known once the functions run, and they tell it what has changed.
  let forget: (items: readonly string[]) => void = () => undefined;
  const invalidations = ending(await startInvalidationApi((items) => forget(items)));
  const environment = lambdaEnvironment({
    dynamodb: dynamodbProxy ? await dynamodbProxy(dynamodb.url) : dynamodb.url,
    s3: s3.url,
    sqs: s3.url,
    cloudfront: invalidations.url,
  });
  let clockMs: number | null = null;
  const clock = () => clockMs;
  const functions = ending(startFunctions({ template, resolve, templateDirectory, environment, log, clock }));
  ending(startSchedules({ template, resolve, functions: functions.byId, log }));
  const gateway = apiGateway({
    template,
    resolve,
    functions: functions.byId,
    signer: { issuer: signer.issuer, keys: publicKeys(signer.privateKey) },
    isThrottled,
    log,
  });
  const cdn = edge({
    behaviorFor: readDistribution(template, resolve),
    headersPolicies: readHeadersPolicies(template, resolve),
    functions: gateway,
    bucket: bucketOrigin(template, s3.url),
    nowMs: () => clockMs ?? Date.now(),
  });
  forget = cdn.invalidate;
  ending(
    await startStreamSources({
      template,
      resolve,
      functions: functions.byId,
      endpoints: { dynamodb: dynamodb.url, sqs: s3.url },
    }),
  );
  front.open(overHttp(cdn.answer));
  const behind = ending(await takePort(0));
  behind.open(overHttp(gateway));

  return {
    url: front.url,
    /** API Gateway's own address, where nothing is kept: in the cloud it answers beside the distribution's, too. */
    gatewayUrl: behind.url,
    /** Who signs here, and how: enough to make any token, good or bad. */
    signer,
    /** An access token of a demonstration account. */
    token: (account: Account) => signAccessToken(signer, account),
    /** Cuts functions or buckets off from the edge; an empty list brings all back. */
    cutOff: cdn.cutOff,
    /** What was asked of CloudFront's API; it can be made to fail. */
    invalidations,
    /** Where messages of the template's queues can be read. */
    sqsUrl: s3.url,
    /** Lets the clock of the functions and of the edge stand at an instant; go on as the machine's with null. */
    setClock: (at: Date | null) => {
      clockMs = at?.getTime() ?? null;
    },
    /** Each function by its name, to crash it. */
    functions: functions.byName,
    /** What the functions have logged, oldest first. */
    functionLogs: (): readonly string[] => logLines,
  };
};
