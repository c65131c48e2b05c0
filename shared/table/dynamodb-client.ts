import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import aws4 from 'aws4';
import { PortalError } from '../errors.ts';

// An import of `node:http` would load `fetch` too, because it exports its classes: 19 ms of every cold start.
const http = process.getBuiltinModule('node:http');
const https = process.getBuiltinModule('node:https');

type Operation = 'BatchGetItem' | 'DescribeContinuousBackups' | 'GetItem' | 'Query' | 'TransactWriteItems';

export type Connection = {
  /** `https://dynamodb.ap-southeast-1.amazonaws.com`, or a local engine. */
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  /** Of one attempt, from the connection to the end of the reply. The default lets all attempts end within a function's 10 seconds. */
  timeoutMs?: number;
  attempts?: number;
};

/** What DynamoDB refused, by the name of its exception; the reasons of a cancelled transaction, in the order of its items. */
export class DynamodbRefusal extends Error {
  readonly reasons: readonly { Code?: string }[];

  constructor(name: string, message: string, reasons: DynamodbRefusal['reasons']) {
    super(message);
    this.name = name;
    this.reasons = reasons;
  }
}

/** Exceptions that a later attempt may not meet: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const retryable =
  /^(ProvisionedThroughputExceeded|RequestLimitExceeded|Throttling|ThrottlingException|TransactionInProgress|LimitExceeded|InternalServerError|ServiceUnavailable)/;

/** Full jitter: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/ */
export const backoff = (attempt: number) => wait(Math.random() * 50 * 2 ** attempt);

/**
 * A client of DynamoDB's JSON protocol for the operations of a table's store. The SDK does the same, and is half of a bundle and
 * of the time that loading it takes. Retries what is retryable, a lost reply of a transaction with the same idempotency token. Throws
 * `unavailable` when no attempt had a reply, and `DynamodbRefusal` for what DynamoDB refuses.
 */
export const dynamodbClient = ({
  endpoint,
  region,
  credentials,
  timeoutMs = 2_500,
  attempts = 3,
}: Connection) => {
  const { protocol, hostname, port } = new URL(endpoint);
  const transport = protocol === 'http:' ? http : https;
  const agent = new transport.Agent({ keepAlive: true });

  const attempt = (operation: Operation, body: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const signed = aws4.sign(
        {
          method: 'POST',
          hostname,
          port,
          path: '/',
          service: 'dynamodb',
          region,
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': `DynamoDB_20120810.${operation}`,
          },
          body,
        },
        credentials,
      );
      const request = transport.request({ ...signed, agent }, async (response) => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        } catch (error) {
          reject(error);
        } finally {
          clearTimeout(timer);
        }
      });
      const timer = setTimeout(() => request.destroy(new Error(`No reply in ${timeoutMs} ms`)), timeoutMs);
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
      request.end(body);
    });

  return {
    /** Calls an operation with its input in DynamoDB's JSON, and returns its output. */
    async call<Output>(operation: Operation, input: object): Promise<Output> {
      const token = operation === 'TransactWriteItems' && { ClientRequestToken: randomUUID() };
      const body = JSON.stringify({ ...input, ...token });
      let cause: unknown;
      for (let tries = 1; tries <= attempts; tries += 1) {
        if (tries > 1) await backoff(tries);
        try {
          const { status, text } = await attempt(operation, body);
          if (status === 200) return JSON.parse(text) as Output;
          cause = refusalOf(status, text);
        } catch (error) {
          // A broken connection, or a reply that is cut short.
          cause = error;
        }
        if (cause instanceof DynamodbRefusal && !retryable.test(cause.name)) throw cause;
      }
      throw new PortalError('unavailable', 'The table did not answer', { cause });
    },
  };
};
export type DynamodbClient = ReturnType<typeof dynamodbClient>;

/** The exception in a reply; a server's error without one counts as `InternalServerError`. */
const refusalOf = (status: number, text: string): DynamodbRefusal => {
  const { __type = '', message, Message = '', CancellationReasons = [] } = parseObject(text);
  const name = status >= 500 ? 'InternalServerError' : String(__type).replace(/^.*#/, '');
  const reasons = CancellationReasons as DynamodbRefusal['reasons'];
  return new DynamodbRefusal(name, String(message ?? Message), reasons);
};

const parseObject = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};
