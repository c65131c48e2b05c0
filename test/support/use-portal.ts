import { afterAll, inject } from 'vitest';
import { type Portal, type PortalOptions, startPortal } from '../../infra/local/portal.ts';
import { synthesize } from '../../infra/local/template/synth.ts';
import { cognitoErrors, faultProxy } from './fault-proxy.ts';
import { recordGrants } from './grant-records.ts';

/**
 * Starts the synthesized stack on engines of its own, in memory and on any free port, until the end of the test file or `describe`. Its
 * throttles are off unless they are asked for: tests send in a minute what people send in a day.
 */
export const usePortal = async (options: Partial<PortalOptions> = {}): Promise<Portal> => {
  const { directory } = await synthesize();
  const portal = await startPortal({ templateDirectory: directory, port: 0, isThrottled: false, ...options });
  afterAll(async () => {
    await recordGrants(inject('grantRecords'), portal, { isFirst: options.stackId === undefined });
    await portal.close();
  });
  return portal;
};

let shared: Promise<Portal> | undefined;

/**
 * The portal of a test file, for suites (`*.suite.ts`) that run in any order: each creates what it needs, restores the clock, and
 * asserts on no list that another suite writes to. Vitest loads this module anew for each test file.
 */
export const useSharedPortal = (): Promise<Portal> => {
  shared ??= usePortal();
  return shared;
};

type FaultyPortal = {
  portal: Portal;
  proxy: ReturnType<typeof faultProxy>;
  userPoolProxy: ReturnType<typeof faultProxy>;
};
let sharedFaulty: Promise<FaultyPortal> | undefined;

/** As `useSharedPortal`, with fault proxies between the functions and DynamoDB, and the functions and the user pool. */
export const useSharedFaultyPortal = (): Promise<FaultyPortal> => {
  sharedFaulty ??= startFaulty();
  return sharedFaulty;
};

const startFaulty = async (): Promise<FaultyPortal> => {
  const [proxy, userPoolProxy] = [faultProxy(), faultProxy(cognitoErrors)];
  afterAll(() => {
    for (const { stop } of [proxy, userPoolProxy]) stop();
  });
  const portal = await usePortal({ dynamodbProxy: proxy.start, userPoolProxy: userPoolProxy.start });
  return { portal, proxy, userPoolProxy };
};
