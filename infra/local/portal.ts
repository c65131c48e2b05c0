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
  /** The output of `cdk synth`: template and bundles. */
  templateDirectory: string;
  /** 0 for any free port; so for `signInPort`. */
  port: number;
  signInPort?: number;
  /** Persists data between starts; in memory without one. */
  dataDirectory?: string;
  /** Starts a proxy between the functions and DynamoDB Local: takes the engine's URL, returns the proxy's. */
  dynamodbProxy?: (engineUrl: string) => Promise<string>;
  /** False to ignore the template's throttles, for tests and measurements that send thousands of requests. */
  isThrottled?: boolean;
};
type Stop = () => Promise<unknown>;

/** Log lines that are retained, the newest ones. */
const keptLogLines = 5_000;

/** Runs the dev stage's template on engines of its own, on 127.0.0.1. When a step fails, everything that was started is stopped. */
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
    /** API Gateway's own address, without a cache. In the cloud it answers beside the distribution's too. */
    gatewayUrl: behind.url,
    /** The issuer of tokens: enough to make any token, valid or not. */
    signer,
    /** An access token of a demonstration account. */
    token: (account: Account) => signAccessToken(signer, account),
    /** Makes functions or buckets unreachable for the edge; an empty list restores all. */
    cutOff: cdn.cutOff,
    /** CloudFront's invalidation API; it can be made to fail. */
    invalidations,
    /** Where messages of the template's queues can be received. */
    sqsUrl: s3.url,
    /** Sets the clock of the functions and the edge to an instant; null restores the machine's. */
    setClock: (at: Date | null) => {
      clockMs = at?.getTime() ?? null;
    },
    /** The functions by name, to crash them. */
    functions: functions.byName,
    /** Log lines of the functions, oldest first. */
    functionLogs: (): readonly string[] => logLines,
  };
};
