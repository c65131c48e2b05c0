import { expect, test } from 'vitest';
import { chooseDocx } from '../../../../../functions/console/browser/docx/dropped-docx.ts';

const item = (name: string, isFolder = false) => ({ file: new File([], name), isFolder });

test('explains a folder, also one that is named like a Word file', () => {
  for (const name of ['Ảnh', 'thông báo.docx'])
    expect(chooseDocx([item(name, true)])).toEqual({ refusal: expect.stringContaining('mở thư mục') });
});

test('takes a Word file out of what came with it', () => {
  const word = item('B.DOCX');
  expect(chooseDocx([item('a', true), item('a.jpg'), word])).toEqual({
    file: word.file,
    note: expect.stringContaining('“B.DOCX”'),
  });
  expect(chooseDocx([word])).toEqual({ file: word.file, note: null });
});
