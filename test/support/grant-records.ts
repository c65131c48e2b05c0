import { randomUUID } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Portal } from '../../infra/local/portal.ts';

type Record = { granted: string[]; used: string[]; denied: string[] };

declare module 'vitest' {
  interface ProvidedContext {
    /** The directory of one run, into which portals write which grants were used. */
    grantRecords: string;
  }
}

/** Actions that Lambda itself takes with a function's role: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html */
const calledByLambda =
  /^[\w-]+ (logs:|xray:|dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) )/;

/**
 * Writes what a portal's functions were granted, used and denied into a directory. What another portal than the first is granted is the
 * same on partitions of another site, and left out.
 */
export const recordGrants = (
  directory: string,
  { access }: Pick<Portal, 'access'>,
  { isFirst }: { isFirst: boolean },
) => {
  const granted = isFirst ? access.granted() : [];
  const record: Record = { granted, used: access.used(), denied: access.denied() };
  return writeFile(join(directory, `${randomUUID()}.json`), JSON.stringify(record));
};

/** The grants that no portal's functions used, and the calls that were denied to any, each with the function's name. */
export const compareGrants = async (directory: string): Promise<{ unused: string[]; denied: string[] }> => {
  const records: Record[] = [];
  for await (const file of glob(join(directory, '*.json'))) {
    records.push(JSON.parse(await readFile(file, 'utf8')));
  }
  const used = new Set(records.flatMap((record) => record.used));
  const granted = new Set(records.flatMap((record) => record.granted));
  return {
    unused: [...granted].filter((grant) => !used.has(grant) && !calledByLambda.test(grant)).sort(),
    denied: [...new Set(records.flatMap((record) => record.denied))].sort(),
  };
};
