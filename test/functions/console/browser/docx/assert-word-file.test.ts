import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertInflatedSize } from '../../../../../functions/console/browser/docx/assert-inflated-size.ts';
import { assertWordFile } from '../../../../../functions/console/browser/docx/assert-word-file.ts';
import { readZipDirectory } from '../../../../../functions/console/browser/docx/zip-directory.ts';
import { PortalSentence } from '../../../../../functions/console/browser/paste/portal-sentence.ts';
import { docxFile, paragraph } from '../../../../support/docx-fixture.ts';
import { zipFile } from '../../../../support/zip-file.ts';

const compound = (content: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(content, 'utf16le')]);
const bomb = (statedSize?: number) =>
  zipFile([
    {
      name: 'word/document.xml',
      content: Buffer.alloc(31_000_000),
      ...(statedSize !== undefined && { statedSize }),
    },
  ]);

test.each<[string, Buffer, string]>([
  ['is empty', Buffer.alloc(0), 'không phải là tệp Word'],
  ['is text', Buffer.from('<html>'), 'không phải là tệp Word'],
  ['is cut off', docxFile({ body: paragraph('a') }).subarray(0, -30), 'không phải là tệp Word'],
  ['is a .doc', compound('WordDocument'), 'kiểu cũ (.doc)'],
  ['is encrypted', compound('EncryptedPackage'), 'có mật khẩu'],
  ['is a workbook', zipFile([{ name: 'xl/workbook.xml', content: '' }]), 'tệp Excel'],
  ['is a text of LibreOffice', zipFile([{ name: 'content.xml', content: '' }]), 'LibreOffice'],
  ['is another zip file', zipFile([{ name: 'a.txt', content: '' }]), 'không có văn bản Word'],
  ['has an entry over 30 MB', bomb(), 'quá lớn'],
  [
    'has more than 100 MB in all',
    zipFile(
      ['word/document.xml', 'a', 'b', 'c'].map((name) => ({ name, content: 'x', statedSize: 29_000_000 })),
    ),
    'quá lớn',
  ],
])('refuses a file that %s', (_, file, sentence) => {
  expect(() => assertWordFile(file)).toThrow(PortalSentence);
  expect(() => assertWordFile(file)).toThrow(sentence);
});

test('lists the entries of a Word file', () => {
  expect(assertWordFile(docxFile({ body: paragraph('a') })).map(({ name }) => name)).toContain(
    'word/document.xml',
  );
});

test('stops a bomb that understates its size', async () => {
  const file = new Uint8Array(bomb(1000));
  await expect(assertInflatedSize(file, assertWordFile(file))).rejects.toThrow('quá lớn');
});

test('reads any bytes without an error', () => {
  const file = docxFile({ body: paragraph('a') });
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.nat(255), (index, byte) => {
      const damaged = Buffer.from(file);
      damaged[index] = byte;
      const entries = readZipDirectory(damaged);
      expect(entries === null || entries.length < 65_536).toBe(true);
    }),
  );
});
