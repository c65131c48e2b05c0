import { tableArn } from '../template/local-references.ts';
import type { ServiceCall } from './permissions.ts';

type Attributes = Record<string, { S?: string }>;
type Keyed = { TableName?: string; Key?: Attributes; Item?: Attributes };
type Input = Keyed & {
  IndexName?: string;
  KeyConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Attributes;
  RequestItems?: Record<string, { Keys?: Attributes[] }>;
  TransactItems?: Record<string, Keyed>[];
};

/** Of every table of the portal: `infra/data/portal-table.ts`. */
const partitionKey = 'pk';

/** Actions of a transaction's items: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html */
const transactionActions: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const keyOf = ({ Key, Item }: Keyed): string[] => {
  const key = (Key ?? Item)?.[partitionKey]?.S;
  return key === undefined ? [] : [key];
};

/** The value that a query compares the partition key to. */
const queriedKey = (input: Input): string[] => {
  const { KeyConditionExpression = '', ExpressionAttributeNames, ExpressionAttributeValues } = input;
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)) {
    const key = ExpressionAttributeValues?.[value]?.S;
    if ((ExpressionAttributeNames?.[name] ?? name) === partitionKey && key !== undefined) return [key];
  }
  return [];
};

/**
 * The calls that a request to DynamoDB is for IAM. The keys of all items of a batch, or of one action in a transaction, are together the
 * `dynamodb:LeadingKeys` of one call. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export const dynamodbCalls = (operation: string, body: Buffer): ServiceCall[] => {
  const input = JSON.parse(body.toString()) as Input;
  const action = `dynamodb:${operation}`;
  if (operation === 'BatchGetItem') {
    return Object.entries(input.RequestItems ?? {}).map(([table, { Keys = [] }]) => ({
      action,
      resource: tableArn(table),
      leadingKeys: Keys.flatMap((Key) => keyOf({ Key })),
    }));
  }
  if (operation === 'TransactWriteItems') {
    const items = (input.TransactItems ?? []).flatMap((item) => Object.entries(item));
    const grouped = Map.groupBy(items, ([kind, { TableName = '' }]) => `${kind} ${TableName}`);
    return [...grouped].map(([group, members]) => {
      const [kind = '', table = ''] = group.split(' ');
      return {
        action: `dynamodb:${transactionActions[kind] ?? kind}`,
        resource: tableArn(table),
        leadingKeys: members.flatMap(([, item]) => keyOf(item)),
      };
    });
  }
  const resource = tableArn(input.TableName ?? '');
  // The leading key of an index is that of the index, and no policy has a condition on it.
  if (input.IndexName !== undefined) return [{ action, resource: `${resource}/index/${input.IndexName}` }];
  return [{ action, resource, leadingKeys: operation === 'Query' ? queriedKey(input) : keyOf(input) }];
};
