import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from '../../cli/user-error.ts';
import type { StoredObject } from './bucket-objects.ts';
import { type Item, toLine } from './table-items.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A name of DynamoDB or S3, which names a file too. */
const name = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{2,254}$/));
const storedTable = z.strictObject({ name, items: z.int(), sha256 });
const storedObject = z.strictObject({
  key: z.string(),
  bytes: z.int(),
  sha256,
  contentType: z.string(),
  cacheControl: z.string(),
});
const manifest = z.strictObject({
  format: z.literal(1),
  at: z.iso.datetime(),
  tables: z.array(storedTable),
  buckets: z.array(z.strictObject({ name, objects: z.array(storedObject) })),
});
type Manifest = z.infer<typeof manifest>;

/** What is backed up: the items of tables and the objects of buckets, by name. */
export type Source = {
  at: Date;
  tables: Readonly<Record<string, AsyncIterable<Item>>>;
  buckets: Readonly<Record<string, AsyncIterable<StoredObject>>>;
};
/** A backup that was read and found intact. */
export type Backup = {
  tables: ReadonlyMap<string, readonly Item[]>;
  buckets: ReadonlyMap<string, readonly StoredObject[]>;
};

const hash = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
const manifestFile = 'manifest.json';
const manifestSumFile = 'manifest.json.sha256';
const tableFile = (table: string) => join('tables', `${table}.jsonl`);
const objectFile = (checksum: string) => join('objects', checksum);

/**
 * Writes a backup into a folder: a file of JSON lines for each table, a file for each object, named by its checksum, and at last the manifest
 * with all checksums and its own in the format of `sha256sum -c`. Readable by its owner alone: it holds drafts and addresses.
 */
export const writeBackup = async (folder: string, { at, tables, buckets }: Source): Promise<void> => {
  for (const path of ['tables', 'objects']) {
    await mkdir(join(folder, path), { recursive: true, mode: 0o700 });
  }
  const write = (file: string, content: Uint8Array | string) =>
    writeFile(join(folder, file), content, { mode: 0o600 });

  const written: Manifest = { format: 1, at: at.toISOString(), tables: [], buckets: [] };
  for (const [table, items] of Object.entries(tables)) {
    const lines: string[] = [];
    for await (const item of items) lines.push(`${toLine(item)}\n`);
    const text = lines.join('');
    await write(tableFile(table), text);
    written.tables.push({ name: table, items: lines.length, sha256: hash(text) });
  }
  for (const [bucket, stored] of Object.entries(buckets)) {
    const objects: Manifest['buckets'][number]['objects'] = [];
    for await (const { key, body, contentType, cacheControl } of stored) {
      const checksum = hash(body);
      await write(objectFile(checksum), body);
      objects.push({ key, bytes: body.length, sha256: checksum, contentType, cacheControl });
    }
    written.buckets.push({ name: bucket, objects });
  }
  const text = JSON.stringify(written, null, 2);
  await write(manifestFile, text);
  await write(manifestSumFile, `${hash(text)}  ${manifestFile}\n`);
};

/**
 * Reads a backup and verifies every file of it: there is no part of a damaged backup that could be restored by mistake. Throws a
 * `UserError` that names the first file that is missing or differs.
 */
export const readBackup = async (folder: string): Promise<Backup> => {
  const damaged = (file: string, what: string) =>
    new UserError(`The backup in ${folder} is damaged: ${file} ${what}. Nothing was restored.`);
  const read = async (file: string): Promise<Buffer> => {
    try {
      return await readFile(join(folder, file));
    } catch {
      throw damaged(file, 'cannot be read');
    }
  };
  const readVerified = async (file: string, checksum: string) => {
    const content = await read(file);
    if (hash(content) !== checksum) throw damaged(file, 'differs from its checksum');
    return content;
  };

  const sum = (await read(manifestSumFile)).toString().slice(0, 64);
  const parsed = manifest.safeParse(JSON.parse((await readVerified(manifestFile, sum)).toString()));
  if (!parsed.success) throw damaged(manifestFile, 'is of another format');

  const tables = new Map<string, Item[]>();
  for (const table of parsed.data.tables) {
    const file = tableFile(table.name);
    const text = (await readVerified(file, table.sha256)).toString();
    const items = text.split('\n').filter(Boolean);
    if (items.length !== table.items) throw damaged(file, `has ${items.length} of ${table.items} items`);
    tables.set(
      table.name,
      items.map((line) => JSON.parse(line) as Item),
    );
  }
  const buckets = new Map<string, StoredObject[]>();
  for (const bucket of parsed.data.buckets) {
    const objects: StoredObject[] = [];
    for (const { key, contentType, cacheControl, sha256: checksum } of bucket.objects) {
      const body = await readVerified(objectFile(checksum), checksum);
      objects.push({ key, body, contentType, cacheControl });
    }
    buckets.set(bucket.name, objects);
  }
  return { tables, buckets };
};
