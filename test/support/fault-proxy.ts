import { setTimeout as wait } from 'node:timers/promises';
import { awsOperation, httpProxy, type ProxyHook, type ProxyReply } from '../../infra/local/http-proxy.ts';

/** The fault of a call to an engine; `…Before` it reaches the engine, or `…After` it took effect there. A pause ends with `heal`. */
export type Fault =
  | 'none'
  | 'pauseAfter'
  | 'holdBefore'
  | 'holdAfter'
  | 'dropBefore'
  | 'dropAfter'
  | 'delay'
  | 'duplicate'
  | 'throttle'
  | 'conflict'
  | 'error';

/** Chooses the fault of a call by its number, from 1, or by its request. */
type ChooseFault = (call: number, request: { operation: string; body: string }) => Fault;

const errorReply = (body: object, status = 400): ProxyReply => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(body)),
});

type ErrorReplies = Partial<Record<Fault, ProxyReply>>;

/** Error replies as DynamoDB words them: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const dynamodbErrors: ErrorReplies = {
  throttle: errorReply({
    __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  }),
  conflict: errorReply({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
    CancellationReasons: [{ Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }],
  }),
};

/** Error replies as Cognito words them: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html#API_AdminGetUser_Errors */
export const cognitoErrors: ErrorReplies = {
  throttle: errorReply({ __type: 'TooManyRequestsException', message: 'Rate exceeded' }),
  error: errorReply({ __type: 'InternalErrorException', message: 'Something went wrong' }, 500),
};

/** Long enough for other calls to overtake the delayed one. */
const delayMs = 60;

/** A proxy in front of an engine, DynamoDB Local by default, that injects a chosen fault into each call, and reports when one is held. */
export const faultProxy = (errorReplies = dynamodbErrors) => {
  let calls = 0;
  let chooseFault: ChooseFault = () => 'none';
  let onHeld: () => void = () => undefined;
  const onHealed: (() => void)[] = [];

  const hook: ProxyHook = async (request, forward) => {
    calls += 1;
    const fault = chooseFault(calls, {
      operation: awsOperation(request),
      body: request.body.toString(),
    });
    const error = errorReplies[fault];
    if (error) return error;
    if (fault === 'delay') await wait(delayMs);
    if (fault === 'duplicate') await forward(request);
    if (fault === 'dropBefore') return 'drop';
    if (fault === 'holdBefore') return hold();
    const reply = await forward(request);
    if (fault === 'dropAfter') return 'drop';
    if (fault === 'pauseAfter') await pause();
    return fault === 'holdAfter' ? hold() : reply;
  };
  const hold = () => {
    onHeld();
    return 'hold' as const;
  };
  const pause = () => {
    onHeld();
    return new Promise<void>((resolve) => onHealed.push(resolve));
  };
  const { start, stop } = httpProxy(hook);

  return {
    /** Starts in front of an engine; resolves to the URL to use instead of the engine's. */
    start,

    /** Injects faults from now on; resolves when a call is held or paused. */
    inject(choose: ChooseFault): Promise<void> {
      calls = 0;
      chooseFault = choose;
      return new Promise((resolve) => {
        onHeld = resolve;
      });
    },

    heal() {
      chooseFault = () => 'none';
      for (const resume of onHealed.splice(0)) resume();
    },

    /** The number of calls since the last `inject`. */
    calls: () => calls,

    stop,
  };
};
