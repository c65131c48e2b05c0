import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Item, ItemChange, Migration } from './migration.ts';

export type TableNames = Record<Migration['table'], string>;
type Key = { pk: string; sk: string };

/** How far a migration is. It stands still between runs, and after a kill. */
const progress = z.object({
  state: z.enum(['going up', 'up', 'going down', 'down']),
  /** The last item that is done; null at the start and at the end. */
  lastKey: z.nullable(z.object({ pk: z.string(), sk: z.string() })),
  /** The run that made it: another run that finds it changed stops. */
  run: z.string(),
});
export type Progress = z.infer<typeof progress>;

const named = (attributes: readonly string[]) =>
  Object.fromEntries(attributes.map((attribute, index) => [`#${index}`, attribute]));

/** The tables of one site, for migrations. */
export const migrationTables = (dynamodb: DynamoDBClient, tables: TableNames, siteId: string) => {
  const client = DynamoDBDocumentClient.from(dynamodb);
  const progressKey = ({ name }: Migration) => ({ pk: `${siteId}#MIGRATIONS`, sk: name });

  /** Sends a write; false when its condition fails. */
  const isWritten = async (write: Promise<unknown>): Promise<boolean> => {
    try {
      await write;
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  return {
    async readProgress(migration: Migration): Promise<Progress | null> {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: tables.content, Key: progressKey(migration), ConsistentRead: true }),
      );
      return item ? progress.parse(item) : null;
    },

    /** Saves how far a migration is; false when another run has saved it since `run` did. Null takes it over. */
    saveProgress: (migration: Migration, next: Progress, run: string | null): Promise<boolean> =>
      isWritten(
        client.send(
          new PutCommand({
            TableName: tables.content,
            Item: { ...progressKey(migration), ...next },
            ...(run !== null && {
              ConditionExpression: '#run = :run',
              ExpressionAttributeNames: { '#run': 'run' },
              ExpressionAttributeValues: { ':run': run },
            }),
          }),
        ),
      ),

    /** A page of items of the site: their keys, and what the migration reads of them. */
    async page({ table, reads }: Migration, lastKey: Key | null, limit: number) {
      const attributes = ['pk', 'sk', ...reads];
      const { Items = [], LastEvaluatedKey: next } = await client.send(
        new ScanCommand({
          TableName: tables[table],
          Limit: limit,
          ConsistentRead: true,
          ProjectionExpression: attributes.map((_, index) => `#${index}`).join(', '),
          FilterExpression: 'begins_with(#0, :site)',
          ExpressionAttributeNames: named(attributes),
          ExpressionAttributeValues: { ':site': `${siteId}#` },
          ...(lastKey && { ExclusiveStartKey: lastKey }),
        }),
      );
      return { items: Items as (Item & Key)[], lastKey: (next as Key | undefined) ?? null };
    },

    /** An item as it is now; null when it is gone. */
    async item({ table }: Migration, { pk, sk }: Key): Promise<(Item & Key) | null> {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: tables[table], Key: { pk, sk }, ConsistentRead: true }),
      );
      return (item as (Item & Key) | undefined) ?? null;
    },

    /** Changes an item that is still as it was read; false when it is not. */
    change(
      { table, reads }: Migration,
      item: Item & Key,
      { set = {}, remove = [] }: ItemChange,
    ): Promise<boolean> {
      const attributes = [...new Set([...reads, ...Object.keys(set), ...remove])];
      const nameOf = (attribute: string) => `#${attributes.indexOf(attribute)}`;
      const conditions = reads.map((attribute, index) =>
        item[attribute] === undefined
          ? `attribute_not_exists(${nameOf(attribute)})`
          : `${nameOf(attribute)} = :read${index}`,
      );
      const assignments = Object.keys(set).map((attribute, index) => `${nameOf(attribute)} = :set${index}`);
      const clauses = [
        ...(assignments.length > 0 ? [`SET ${assignments.join(', ')}`] : []),
        ...(remove.length > 0 ? [`REMOVE ${remove.map(nameOf).join(', ')}`] : []),
      ];
      const values = Object.entries({
        ...Object.fromEntries(reads.map((attribute, index) => [`:read${index}`, item[attribute]])),
        ...Object.fromEntries(Object.values(set).map((value, index) => [`:set${index}`, value])),
      }).filter(([, value]) => value !== undefined);
      return isWritten(
        client.send(
          new UpdateCommand({
            TableName: tables[table],
            Key: { pk: item.pk, sk: item.sk },
            UpdateExpression: clauses.join(' '),
            ConditionExpression: ['attribute_exists(pk)', ...conditions].join(' AND '),
            ExpressionAttributeNames: named(attributes),
            ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
          }),
        ),
      );
    },
  };
};
export type MigrationTables = ReturnType<typeof migrationTables>;
