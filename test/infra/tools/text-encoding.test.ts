import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detectLegacyEncoding } from '../../../infra/tools/articles/text-encoding.ts';

test.each([
  'Giá 5 «triệu», 3 µm, «hai» «ba» đồng',
  'Noël, über và señor là ba từ lạ trong một bài dài của phường Hạc Vân kể về buổi giao lưu văn hóa với khách nước ngoài vào tháng Mười hai năm nay',
  'Nhuần nhuyễn, tuân thủ, hoà giải, yêu quê',
])('recognizes as Unicode: %s', (text) => {
  expect(detectLegacyEncoding(text)).toBeNull();
});

test('recognizes every article of the demonstration as Unicode', async () => {
  const demoDirectory = join(import.meta.dirname, '../../../infra/demo/articles');
  const texts = await Promise.all(
    (await readdir(demoDirectory)).map((name) => readFile(join(demoDirectory, name), 'utf8')),
  );
  expect(texts.map(detectLegacyEncoding).filter((encoding) => encoding !== null)).toEqual([]);
});
