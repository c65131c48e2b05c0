import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { ArticleLine } from '../../../infra/tools/articles/article-line.ts';
import { importArticles, type Refusal } from '../../../infra/tools/articles/import-articles.ts';
import { readJsonl } from '../../../infra/tools/articles/read-jsonl.ts';
import { openSource } from '../../../infra/tools/articles/read-source.ts';
import { oldEncodingOf } from '../../../infra/tools/articles/text-encoding.ts';
import { type PortalClient, portalClient } from '../../../shared/api/client.ts';
import { usePortal } from '../../support/use-portal.ts';

const portal = await usePortal({ isThrottled: false });
const client = portalClient({ url: portal.url, token: () => portal.token('editor'), wait });
const folder = await mkdtemp(join(tmpdir(), 'cong-tin-import-'));
afterAll(() => rm(folder, { recursive: true }));

const fileOf = async (name: string, content: string | Buffer) => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};
const jsonl = (lines: readonly unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const run = async (path: string, { isDryRun = false, by = client } = {}) => {
  const refusals: Refusal[] = [];
  const source = await openSource(path);
  const options = { client: by, source, isDryRun, onProgress: () => undefined };
  const tally = await importArticles({ ...options, onRefused: (refusal) => refusals.push(refusal) });
  return { tally, refusals };
};
const command = (name: 'import' | 'export', args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    portal.token('editor').then((PORTAL_TOKEN) => {
      const env = { PATH: process.env.PATH ?? '', PORTAL_URL: portal.url, PORTAL_TOKEN };
      const file = join(import.meta.dirname, `../../../infra/tools/${name}.ts`);
      execFile(process.execPath, [file, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    });
  });

const minute = (n: number) => new Date(Date.UTC(2018, 0, 1, 0, n)).toISOString();
const idOf = (n: number) => `01c3000000000000000${String(n).padStart(7, '0')}`;
const statuses = ['published', 'draft', 'in_review', 'returned', 'approved', 'published'] as const;

/** Articles in every state, as an export writes them. */
const articles = (count: number): ArticleLine[] =>
  Array.from({ length: count }, (_, n) => {
    const status = statuses[n % statuses.length] ?? 'draft';
    return {
      id: idOf(n),
      status,
      title: `Tin số ${n}: họp tổ dân phố “${n % 7}”`,
      body: `<h2>Mục ${n}</h2><p>Đoạn văn thứ ${n}, có <strong>chữ đậm</strong> &amp; dấu.</p>`,
      category: n % 2 ? 'tin-tuc' : 'thong-bao',
      summary: n % 3 ? '' : `Tóm tắt\nhai dòng ${n}`,
      tags: n % 4 ? [] : ['họp dân', `tổ ${n}`],
      author: 'Trần Ngọc Lan',
      source: n % 5 ? '' : 'Báo Vĩnh Lam',
      cover: null,
      gallery: [],
      oldUrls: n % 2 ? [`/2018/tin-${n}.html`] : [],
      ...(status === 'published' && { publishedAt: minute(n), updatedAt: minute(n + (n % 3)) }),
      ...(n % 12 === 5 && { withdrawAt: '2150-01-01T00:00:00.000Z' }),
    };
  });

const byId = (lines: readonly ArticleLine[]) => new Map(lines.map((line) => [line.id, line]));
const exported = async (into: string) => {
  const lines: ArticleLine[] = [];
  for (const name of (await readdir(into)).sort()) {
    const file = join(into, name);
    for await (const found of readJsonl(file, createReadStream(file))) {
      expect(found).not.toHaveProperty('refused');
      if ('line' in found) lines.push(found.line);
    }
  }
  return lines;
};

describe('articles that are imported and exported', () => {
  const lines = articles(120);

  test('are unchanged, even when the import was interrupted twice', async () => {
    const file = await fileOf('all.jsonl', jsonl(lines));
    let callsLeft = 60;
    const dying: PortalClient = {
      call: (route, options) => {
        callsLeft -= 1;
        if (callsLeft < 0) throw new Error('the line is dead');
        return client.call(route, options);
      },
    };
    await expect(run(file, { by: dying })).rejects.toThrow(/again to go on/);
    callsLeft = 120;
    await expect(run(file, { by: dying })).rejects.toThrow(/again to go on/);
    const { tally, refusals } = await run(file);
    expect(refusals).toEqual([]);
    expect(tally.created + tally.present + tally.finished).toBe(lines.length);
    expect((await run(file)).tally).toEqual({ created: 0, present: lines.length, finished: 0, refused: 0 });

    const into = join(folder, 'out');
    const { code, stdout } = await command('export', [into]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${lines.length} articles written`)]);
    const found = byId(await exported(into));
    expect(found.size).toBe(lines.length);
    for (const line of lines) expect(found.get(line.id)).toEqual(line);
    const again = await command('export', [into]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('--resume')]);
    expect((await command('export', [into, '--resume'])).stdout).toContain('0 articles written');
  });

  test('keep the pending changes of editors', async () => {
    const id = idOf(900_001);
    const [plain] = articles(1);
    const { status: _, publishedAt: __, updatedAt: ___, id: ____, ...content } = plain as ArticleLine;
    const line = {
      ...content,
      id,
      status: 'published',
      publishedAt: minute(5),
      updatedAt: minute(5),
      workingCopy: { ...content, title: 'Bản đang sửa' },
    };
    await run(await fileOf('working.jsonl', jsonl([line])));
    const into = join(folder, 'out-working');
    await command('export', [into]);
    expect(byId(await exported(into)).get(id)).toEqual(line);
    expect(await (await fetch(`${portal.url}/api/articles/${id}`)).json()).toMatchObject({
      title: content.title,
    });
  });
});

describe('reports refused lines with the reason, and imports the rest', () => {
  const tcvn3 = Buffer.from('Uû ban nh©n d©n ph­êng H¹c V©n tæ chøc häp d©n', 'latin1');
  const vni = Buffer.from('UÛy ban nhaân daân phöôøng Haïc Vaân toå chöùc hoïp', 'latin1');
  const [good] = articles(1) as [ArticleLine];
  const withTitle = (title: string) => JSON.stringify({ ...good, id: undefined, title });
  const aroundTitle = (title: Buffer) => {
    const [before = '', after = ''] = withTitle('@').split('@');
    return Buffer.concat([Buffer.from(before), title, Buffer.from(after)]);
  };

  test.each<[string, string | Buffer, RegExp]>([
    ['half a line', '{"title": "Tin', /no JSON/],
    ['a line of another kind', '[1, 2]', /line: /],
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
    ['TCVN3 in its own bytes', aroundTitle(tcvn3), /TCVN3/],
    ['VNI in its own bytes', aroundTitle(vni), /VNI/],
    ['TCVN3 taken for Latin-1', withTitle(tcvn3.toString('latin1')), /TCVN3/],
    ['VNI taken for Latin-1', withTitle(vni.toString('latin1')), /VNI/],
    ['a line of 3 MB', JSON.stringify({ ...good, body: 'x'.repeat(3_000_000) }), /longer than/],
    ['a picture that is not there', JSON.stringify({ ...good, id: idOf(1_004), cover: idOf(7) }), /cover: /],
  ])('%s', async (name, bad, reason) => {
    const n = 2_000 + name.length * 100 + String(bad).length;
    const after = JSON.stringify({
      ...good,
      id: idOf(n),
      status: 'draft',
      publishedAt: undefined,
      updatedAt: undefined,
    });
    const content = Buffer.concat([Buffer.from(bad), Buffer.from(`\n${after}\n`)]);
    const { tally, refusals } = await run(await fileOf('bad.jsonl', content));
    expect(refusals).toEqual([
      { where: expect.stringMatching(/bad\.jsonl:1$/), refused: expect.stringMatching(reason) },
    ]);
    expect(tally.created).toBe(1);
  });

  test.each(['utf16le', 'utf16be'])('refuses a file in %s', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${jsonl([good])}`, 'utf16le');
    const { refusals } = await run(
      await fileOf('wide.jsonl', encoding === 'utf16le' ? bytes : bytes.swap16()),
    );
    expect(refusals).toEqual([expect.objectContaining({ refused: expect.stringContaining('UTF-16') })]);
  });

  test('refuses duplicate ids and old URLs in a file', async () => {
    const draft = { ...good, status: 'draft', publishedAt: undefined, updatedAt: undefined };
    const lines = [
      { ...draft, id: idOf(3_000), oldUrls: ['/hai-lan.html'] },
      { ...draft, id: idOf(3_000), oldUrls: [] },
      { ...draft, id: idOf(3_001), oldUrls: ['/hai-lan.html'] },
    ];
    const { tally, refusals } = await run(await fileOf('twice.jsonl', jsonl(lines)));
    expect(tally).toMatchObject({ created: 1, refused: 2 });
    expect(refusals.map(({ refused }) => refused)).toEqual([
      expect.stringMatching(/duplicate of .*twice\.jsonl:1/),
      expect.stringMatching(/duplicate of .*twice\.jsonl:1/),
    ]);
  });
});

test.each([
  'Giá 5 «triệu», 3 µm, «hai» «ba» đồng',
  'Noël, über và señor là ba từ lạ trong một bài dài của phường Hạc Vân kể về buổi giao lưu văn hóa với khách nước ngoài vào tháng Mười hai năm nay',
  'Nhuần nhuyễn, tuân thủ, hoà giải, yêu quê',
])('accepts %s as Unicode', (text) => {
  expect(oldEncodingOf(text)).toBeNull();
});

test('accepts every demo article as Unicode', async () => {
  const demo = join(import.meta.dirname, '../../../infra/demo/articles');
  const texts = await Promise.all((await readdir(demo)).map((name) => readFile(join(demo, name), 'utf8')));
  expect(texts.map(oldEncodingOf).filter((found) => found !== null)).toEqual([]);
});

test('reports every refusal in a dry run, and imports nothing', async () => {
  const lines = articles(3).map((line, n) => ({ ...line, id: idOf(5_000 + n), oldUrls: [] }));
  const file = await fileOf('dry.jsonl', `${jsonl(lines)}kaputt\n`);
  const { code, stdout } = await command('import', [file, '--dry-run']);
  expect([code, stdout]).toEqual([2, expect.stringContaining('3 articles could be imported, 1 not')]);
  const report = (await readFile(`${file}.report.jsonl`, 'utf8')).trim().split('\n');
  expect(report.map((line) => JSON.parse(line))).toEqual([{ where: `${file}:4`, refused: 'no JSON' }]);
  expect((await fetch(`${portal.url}/api/articles/${idOf(5_000)}`)).status).toBe(404);
});

test.each([
  ['import', [], 'npm run import'],
  ['import', ['/khong/co'], 'There is no file'],
  ['export', [], 'npm run export'],
] as const)('%s %j reports the error in one sentence', async (name, args, words) => {
  const { code, stderr } = await command(name, [...args]);
  expect([code, stderr]).toEqual([1, expect.stringContaining(words)]);
  expect(stderr).not.toMatch(/\n\s+at /);
});
