import { join } from 'node:path';
import { apiGateway } from './api/api-gateway.ts';
import { firstStackId } from './choose-portal.ts';
import { lambdaEnvironment } from './compute/aws-environment.ts';
import { startEventSourceMappings } from './compute/event-source-mapping.ts';
import { startFunctions } from './compute/functions.ts';
import { startSchedules } from './compute/schedules.ts';
import { type DynamodbEngine, startDynamodb } from './data/dynamodb.ts';
import { startS3 } from './data/s3.ts';
import { readCorsRules } from './data/s3-cors.ts';
import { createTables } from './data/tables.ts';
import { bucketOrigin } from './edge/bucket-origin.ts';
import { readCachePolicies } from './edge/cache-policies.ts';
import { cloudFront, toHttpListener } from './edge/cloudfront.ts';
import { readDistribution } from './edge/distribution.ts';
import { edgeCache } from './edge/edge-cache.ts';
import { startInvalidationApi } from './edge/invalidation-api.ts';
import { readHeadersPolicies } from './edge/response-headers.ts';
import { readFunctionRoles } from './iam/function-roles.ts';
import { startServiceAccess } from './iam/service-access.ts';
import { listen } from './listen.ts';
import { poolUsers } from './sign-in/pool-users.ts';
import { signInService } from './sign-in/sign-in.ts';
import { publicKeys, signAccessToken } from './sign-in/signing-key.ts';
import { postAuthenticationEvent, readUserPool } from './sign-in/user-pool.ts';
import { userPoolApi } from './sign-in/user-pool-api.ts';
import { userPoolClient } from './sign-in/user-pool-client.ts';
import { assertSupported } from './template/assert-supported.ts';
import { readTemplates, resolveTemplates, type Stack } from './template/stack.ts';
import type { Template } from './template/template.ts';

export type PortalOptions = {
  /** The output of `cdk synth`: templates and bundles. */
  templateDirectory: string;
  /** The portal's stack in it; the first portal's by default. */
  stackId?: string;
  /** 0 for any free port; so for `signInPort`. */
  port: number;
  signInPort?: number;
  /** Persists data between starts; in memory without one. */
  dataDirectory?: string;
  /** Starts a proxy between the functions and DynamoDB Local: takes the engine's URL, returns the proxy's. */
  dynamodbProxy?: (engineUrl: string) => Promise<string>;
  /** The same between the functions and the user pool. */
  userPoolProxy?: (apiUrl: string) => Promise<string>;
  /** Shows the text of an invitation that Cognito would mail. */
  onInvitation?: (mail: string) => void;
  /** False to ignore the template's throttles, for tests and measurements that send thousands of requests. */
  isThrottled?: boolean;
  /** Seconds that access tokens are valid; the template's by default. */
  tokenLifetimeSeconds?: number;
};
type Stop = () => Promise<unknown>;

/** Log lines that are retained, the newest ones. */
const maxLogLines = 5_000;

/** Runs a portal's template on engines of its own, on 127.0.0.1. When a step fails, everything that was started is stopped. */
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

/** Starts the parts in the order of their dependencies. Every started part is added to `stops`. */
const start = async (options: PortalOptions, stops: Stop[]) => {
  const { templateDirectory, stackId = firstStackId(), port, signInPort = 0 } = options;
  const { dataDirectory, isThrottled = true } = options;
  const own: Own = (part) => {
    stops.push(part.stop);
    return part;
  };
  const { log, logLines } = recentLog();
  let clockMs: number | null = null;

  const templates = await readTemplates(templateDirectory, stackId);
  for (const template of Object.values(templates)) assertSupported(template);
  const front = own(await listen(port));
  const resolveWith = (template: Template) =>
    resolveTemplates({ ...templates, template }, new URL(front.url).host);
  const { edge: edgeStack, ...stack } = resolveWith(templates.template);

  const signIn = own(await listen(signInPort));
  const client = await userPoolClient(stack.template, stack.resolve, {
    issuer: signIn.url,
    portalUrl: front.url,
    dataDirectory,
    tokenLifetimeSeconds: options.tokenLifetimeSeconds,
  });
  const { signer } = client;
  const pool = readUserPool(stack.template, stack.resolve);
  const users = poolUsers(dataDirectory, new Date());
  const login = signInService(client, users, async (user) =>
    functions.byId.get(pool.triggerId)?.invoke(postAuthenticationEvent(pool.id, signer.clientId, user)),
  );
  const cognito = own(await listen(0));
  cognito.open(
    userPoolApi({
      ...pool,
      users,
      clock: () => new Date(clockMs ?? Date.now()),
      sendInvitation: ({ name, email }) => options.onInvitation?.(`${email}\n${pool.invitation(name)}`),
      endSessions: login.endSessions,
    }),
  );

  const { dynamodb, s3 } = await startEngines(stack, { dataDirectory, portalUrl: front.url }, own);
  const cache = edgeCache(() => clockMs ?? Date.now());
  const invalidations = own(await startInvalidationApi(cache.invalidate));
  const roles = readFunctionRoles(stack);
  const access = own(
    await startServiceAccess({
      roles: roles.values(),
      services: {
        dynamodb: options.dynamodbProxy ? await options.dynamodbProxy(dynamodb.url) : dynamodb.url,
        s3: s3.url,
        sqs: s3.url,
        cloudfront: invalidations.url,
        'cognito-idp': options.userPoolProxy ? await options.userPoolProxy(cognito.url) : cognito.url,
      },
    }),
  );
  const functions = own(
    startFunctions({
      ...stack,
      templateDirectory,
      origins: { portal: front.url, signIn: signIn.url, s3: access.url },
      roles,
      environment: lambdaEnvironment({
        dynamodb: access.url,
        s3: access.url,
        sqs: access.url,
        cloudfront: access.url,
        cognito: access.url,
      }),
      log,
      clock: () => clockMs,
    }),
  );
  signIn.open(login.answer);
  await startTriggers(stack, { functions, dynamodb, s3, log }, own);

  const gateway = apiGateway({
    ...stack,
    functions: functions.byId,
    signer: { issuer: signer.issuer, keys: publicKeys(signer.privateKey) },
    isThrottled,
    log,
  });
  const cachePolicies = readCachePolicies(edgeStack);
  let { template } = stack;
  let behaviorFor = readDistribution(stack, cachePolicies);
  const edge = cloudFront({
    cache,
    behaviorFor: (path) => behaviorFor(path),
    headersPolicies: readHeadersPolicies(edgeStack),
    functions: gateway,
    bucket: bucketOrigin(stack.template, s3.url),
  });
  front.open(toHttpListener(edge.answer));
  const gatewayListener = own(await listen(0));
  gatewayListener.open(toHttpListener(gateway));
  const originHeaders = () => {
    const { first } = behaviorFor('/api/').origin;
    return first.kind === 'functions' ? first.headers : {};
  };
  const uncachedListener = own(await listen(0));
  uncachedListener.open(
    toHttpListener((request) => gateway({ ...request, headers: { ...request.headers, ...originHeaders() } })),
  );

  return {
    url: front.url,
    /** API Gateway as the edge requests it: the portal without a cache. */
    gatewayUrl: uncachedListener.url,
    /** API Gateway's own address, which strangers can find. */
    bareGatewayUrl: gatewayListener.url,
    /** The headers that the edge adds to its requests to API Gateway. */
    originHeaders,
    /** Sets parameters of the stack as an update of it does; the others keep their values. */
    setParameters: (values: Readonly<Record<string, string>>) => {
      template = { ...template, parameters: new Map([...template.parameters, ...Object.entries(values)]) };
      const updated = resolveWith(template);
      behaviorFor = readDistribution(updated, cachePolicies);
      functions.configure(updated.resolve);
    },
    /** The issuer of tokens: enough to make any token, valid or not. */
    signer,
    /** An access token of a user of the pool. */
    token: async (name: string): Promise<string> => {
      const user = users.find(name);
      if (!user) throw new Error(`There is no account ${name}`);
      return signAccessToken(signer, user);
    },
    /** Ends all sessions of the login and all refresh tokens. Access tokens remain until they expire. */
    endSignIns: login.endAll,
    /** Makes functions or buckets unreachable for the edge; an empty list restores all. */
    setUnreachable: edge.setUnreachable,
    /** What the functions' roles grant, and what was used of it or denied. */
    access,
    /** CloudFront's invalidation API; it can be made to fail. */
    invalidations,
    /** The engines of the tables and of the buckets, as an operator's tools reach them. */
    dynamodbUrl: dynamodb.url,
    s3Url: s3.url,
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

type Own = <Part extends { stop: Stop }>(part: Part) => Part;
type Engines = { dynamodb: DynamodbEngine; s3: Awaited<ReturnType<typeof startS3>> };

/** DynamoDB Local with the template's tables, and S3 with its buckets. */
const startEngines = async (
  stack: Stack,
  { dataDirectory, portalUrl }: { dataDirectory: string | undefined; portalUrl: string },
  own: Own,
): Promise<Engines> => {
  const dynamodb = own(await startDynamodb(dataDirectory && join(dataDirectory, 'dynamodb')));
  await createTables(stack.template, stack.resolve, dynamodb.url);
  const s3 = own(
    await startS3(stack.template, {
      dataDirectory: dataDirectory && join(dataDirectory, 's3'),
      corsRules: readCorsRules(stack, portalUrl),
    }),
  );
  return { dynamodb, s3 };
};

type Triggered = Engines & { functions: ReturnType<typeof startFunctions>; log: (line: string) => void };

/** Schedules and event source mappings, which invoke functions without a request. */
const startTriggers = async (stack: Stack, { functions, dynamodb, s3, log }: Triggered, own: Own) => {
  own(startSchedules({ ...stack, functions: functions.byId, log }));
  const endpoints = { dynamodb: dynamodb.url, sqs: s3.url };
  own(await startEventSourceMappings({ ...stack, functions: functions.byId, endpoints }));
};

/** A log that retains its newest lines. */
const recentLog = () => {
  const logLines: string[] = [];
  const log = (line: string) => {
    logLines.push(line);
    if (logLines.length > maxLogLines) logLines.shift();
  };
  return { log, logLines };
};
