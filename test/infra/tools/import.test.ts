import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../infra/tools/articles/article-record.ts';
import { importArticles, type Refusal } from '../../../infra/tools/articles/import-articles.ts';
import { openImportSource } from '../../../infra/tools/articles/import-source.ts';
import { readJsonl } from '../../../infra/tools/articles/read-jsonl.ts';
import { type PortalClient, portalClient } from '../../../shared/api/client.ts';
import { articleRecords, idOf, instantOf } from '../../support/article-records.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal();
const client = portalClient({ url: portal.url, token: () => portal.token('editor'), wait });
const folder = await mkdtemp(join(tmpdir(), 'cong-tin-import-'));
afterAll(() => rm(folder, { recursive: true }));

const saveFile = async (name: string, content: string | Buffer) => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};
const jsonl = (records: readonly unknown[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
const runImport = async (path: string, importClient = client) => {
  const refusals: Refusal[] = [];
  const tally = await importArticles({
    client: importClient,
    source: await openImportSource(path),
    isDryRun: false,
    onProgress: () => undefined,
    onRefused: (refusal) => refusals.push(refusal),
  });
  return { tally, refusals };
};
const runCommand = (name: 'import' | 'export', args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    portal.token('editor').then((PORTAL_TOKEN) => {
      const env = { PATH: process.env.PATH ?? '', PORTAL_URL: portal.url, PORTAL_TOKEN };
      const file = join(import.meta.dirname, `../../../infra/tools/${name}.ts`);
      execFile(process.execPath, [file, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    });
  });

const byId = (records: readonly ArticleRecord[]) => new Map(records.map((record) => [record.id, record]));
const readExport = async (directory: string) => {
  const records: ArticleRecord[] = [];
  for (const name of (await readdir(directory)).sort()) {
    const file = join(directory, name);
    for await (const result of readJsonl(file, createReadStream(file))) {
      expect(result).not.toHaveProperty('reason');
      if ('record' in result) records.push(result.record);
    }
  }
  return records;
};

describe('a round trip of import and export', () => {
  const records = articleRecords(120);

  test('exports what was imported, although the import was interrupted twice', async () => {
    const file = await saveFile('all.jsonl', jsonl(records));
    let callsLeft = 60;
    const failingClient: PortalClient = {
      call: (route, options) => {
        callsLeft -= 1;
        if (callsLeft < 0) throw new Error('connection lost');
        return client.call(route, options);
      },
    };
    await expect(runImport(file, failingClient)).rejects.toThrow(/again to resume/);
    callsLeft = 120;
    await expect(runImport(file, failingClient)).rejects.toThrow(/again to resume/);
    const { tally, refusals } = await runImport(file);
    expect(refusals).toEqual([]);
    expect(tally.imported + tally.unchanged + tally.resumed).toBe(records.length);
    expect((await runImport(file)).tally).toEqual({
      imported: 0,
      unchanged: records.length,
      resumed: 0,
      refused: 0,
    });

    const exportFolder = join(folder, 'out');
    const { code, stdout } = await runCommand('export', [exportFolder]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${records.length} articles written`)]);
    const found = byId(await readExport(exportFolder));
    expect(found.size).toBe(records.length);
    for (const record of records) expect(found.get(record.id)).toEqual(record);
    const again = await runCommand('export', [exportFolder]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('--resume')]);
    expect((await runCommand('export', [exportFolder, '--resume'])).stdout).toContain('0 articles written');
  });

  test('keeps unpublished edits of a published article', async () => {
    const id = idOf(900_001);
    const [published] = articleRecords(1);
    const { status: _, publishedAt: __, updatedAt: ___, id: ____, ...content } = published as ArticleRecord;
    const record = {
      ...content,
      id,
      status: 'published',
      publishedAt: instantOf(5),
      updatedAt: instantOf(5),
      workingCopy: { ...content, title: 'Bản đang sửa' },
    };
    await runImport(await saveFile('working.jsonl', jsonl([record])));
    const exportFolder = join(folder, 'out-working');
    await runCommand('export', [exportFolder]);
    expect(byId(await readExport(exportFolder)).get(id)).toEqual(record);
    expect(await (await fetch(`${portal.url}/api/articles/${id}`)).json()).toMatchObject({
      title: content.title,
    });
  });
});

describe('refuses with the reason, and imports the other records', () => {
  const tcvn3 = Buffer.from('Uû ban nh©n d©n ph­êng H¹c V©n tæ chøc häp d©n', 'latin1');
  const vni = Buffer.from('UÛy ban nhaân daân phöôøng Haïc Vaân toå chöùc hoïp', 'latin1');
  const [good] = articleRecords(1) as [ArticleRecord];
  const lineWithTitle = (title: string) => JSON.stringify({ ...good, id: undefined, title });
  const lineWithTitleBytes = (title: Buffer) => {
    const [before = '', after = ''] = lineWithTitle('@').split('@');
    return Buffer.concat([Buffer.from(before), title, Buffer.from(after)]);
  };

  test.each<[string, string | Buffer, RegExp]>([
    ['an incomplete line', '{"title": "Tin', /not valid JSON/],
    ['a JSON value that is no object', '[1, 2]', /line: /],
    [
      'an unknown field',
      JSON.stringify({ ...good, id: idOf(1_000), colour: 'red' }),
      /colour|Unrecognized|thừa|khóa/i,
    ],
    ['an unknown category', JSON.stringify({ ...good, id: idOf(1_001), category: 'khong-co' }), /khong-co/],
    [
      'a title that is too long',
      JSON.stringify({ ...good, id: idOf(1_002), title: 'x'.repeat(301) }),
      /title: /,
    ],
    [
      'a date that does not exist',
      JSON.stringify({ ...good, id: idOf(1_003), publishedAt: '2021-02-31' }),
      /publishedAt: /,
    ],
    ['TCVN3 bytes', lineWithTitleBytes(tcvn3), /TCVN3/],
    ['VNI bytes', lineWithTitleBytes(vni), /VNI/],
    ['TCVN3 decoded as Latin-1', lineWithTitle(tcvn3.toString('latin1')), /TCVN3/],
    ['VNI decoded as Latin-1', lineWithTitle(vni.toString('latin1')), /VNI/],
    ['a line of 3 MB', JSON.stringify({ ...good, body: 'x'.repeat(3_000_000) }), /longer than/],
    ['an unknown picture', JSON.stringify({ ...good, id: idOf(1_004), cover: idOf(7) }), /cover: /],
  ])('%s', async (name, bad, reason) => {
    const n = 2_000 + name.length * 100 + String(bad).length;
    const validLine = JSON.stringify({
      ...good,
      id: idOf(n),
      status: 'draft',
      publishedAt: undefined,
      updatedAt: undefined,
    });
    const content = Buffer.concat([Buffer.from(bad), Buffer.from(`\n${validLine}\n`)]);
    const { tally, refusals } = await runImport(await saveFile('bad.jsonl', content));
    expect(refusals).toEqual([
      { location: expect.stringMatching(/bad\.jsonl:1$/), reason: expect.stringMatching(reason) },
    ]);
    expect(tally.imported).toBe(1);
  });

  test.each(['utf16le', 'utf16be'])('refuses a file in %s', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${jsonl([good])}`, 'utf16le');
    const { refusals } = await runImport(
      await saveFile('wide.jsonl', encoding === 'utf16le' ? bytes : bytes.swap16()),
    );
    expect(refusals).toEqual([expect.objectContaining({ reason: expect.stringContaining('UTF-16') })]);
  });

  test('a duplicate by id or by old URL', async () => {
    const draft = { ...good, status: 'draft', publishedAt: undefined, updatedAt: undefined };
    const records = [
      { ...draft, id: idOf(3_000), oldUrls: ['/hai-lan.html'] },
      { ...draft, id: idOf(3_000), oldUrls: [] },
      { ...draft, id: idOf(3_001), oldUrls: ['/hai-lan.html'] },
    ];
    const { tally, refusals } = await runImport(await saveFile('twice.jsonl', jsonl(records)));
    expect(tally).toMatchObject({ imported: 1, refused: 2 });
    expect(refusals.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/duplicate of .*twice\.jsonl:1/),
      expect.stringMatching(/duplicate of .*twice\.jsonl:1/),
    ]);
  });
});

test('a dry run counts the articles, reports every refusal and imports nothing', async () => {
  const records = articleRecords(3).map((record, n) => ({ ...record, id: idOf(5_000 + n), oldUrls: [] }));
  const file = await saveFile('dry.jsonl', `${jsonl(records)}kaputt\n`);
  const { code, stdout } = await runCommand('import', [file, '--dry-run']);
  expect([code, stdout]).toEqual([2, expect.stringContaining('3 articles can be imported, 1 cannot')]);
  const report = (await readFile(`${file}.report.jsonl`, 'utf8')).trim().split('\n');
  expect(report.map((line) => JSON.parse(line))).toEqual([
    { location: `${file}:4`, reason: 'not valid JSON' },
  ]);
  expect((await fetch(`${portal.url}/api/articles/${idOf(5_000)}`)).status).toBe(404);
});

test.each([
  ['import', [], 'npm run import'],
  ['import', ['/khong/co'], 'There is no file'],
  ['export', [], 'npm run export'],
] as const)('%s %j explains the error in one sentence', async (name, args, words) => {
  const { code, stderr } = await runCommand(name, [...args]);
  expect([code, stderr]).toEqual([1, expect.stringContaining(words)]);
  expect(stderr).not.toMatch(/\n\s+at /);
});
