import { PortalSentence } from '../paste/portal-sentence.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Bytes that a part of the file, and all of them together, may have when unpacked. A bomb of 77 kB had 2.7 GB. */
export const entryLimitBytes = 30_000_000;
export const totalLimitBytes = 100_000_000;

export const tooLarge =
  'Tệp quá lớn hoặc quá phức tạp để đọc trong trình duyệt. Hãy chia thành vài tệp, hoặc mở trong Word rồi chép và dán từng phần.';
const saveAgain =
  'Hãy mở tệp trong Word, chọn Lưu thành (Save As), kiểu “Word Document (.docx)”, rồi thả tệp mới vào đây.';

/** https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb: what .doc files and encrypted ones are packed in. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encryptedPackage = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');

/** Parts by which other files that are zip files, too, are told. */
const otherKinds: readonly [RegExp, string][] = [
  [/^xl\//, 'Đây là tệp Excel. Hãy mở tệp, chọn vùng ô cần dùng, rồi chép và dán vào bài.'],
  [/^ppt\//, 'Đây là tệp PowerPoint. Hãy mở tệp rồi chép và dán phần cần dùng vào bài.'],
  [
    /^content\.xml$/,
    `Đây là tệp của LibreOffice (.odt). ${saveAgain.replace('Word, chọn', 'LibreOffice, chọn')}`,
  ],
];

const mainPart = /^word\/document\d*\.xml$/;

/**
 * Returns the directory of a Word file. Throws a PortalSentence, before anything is unpacked, for a file that is none, is encrypted, or
 * says itself that it is too large.
 */
export const assertWordFile = (file: Uint8Array): ZipEntry[] => {
  if (compoundFile.every((byte, index) => file[index] === byte))
    throw new PortalSentence(compoundSentence(file));
  const entries = readZipDirectory(file);
  if (!entries) throw new PortalSentence(`Tệp này không phải là tệp Word, hoặc đã hỏng. ${saveAgain}`);
  const other = otherKinds.find(([part]) => entries.some(({ name }) => part.test(name)));
  if (!entries.some(({ name }) => mainPart.test(name)))
    throw new PortalSentence(other?.[1] ?? `Trong tệp này không có văn bản Word. ${saveAgain}`);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > totalLimitBytes || entries.some(({ size }) => size > entryLimitBytes))
    throw new PortalSentence(tooLarge);
  return entries;
};

const compoundSentence = (file: Uint8Array): string =>
  new TextDecoder('latin1').decode(file).includes(encryptedPackage)
    ? 'Tệp này có mật khẩu nên không đọc được. Hãy mở trong Word, vào Tệp › Thông tin › Bảo vệ tài liệu để bỏ mật khẩu, lưu lại rồi thả vào đây.'
    : `Đây là tệp Word kiểu cũ (.doc). ${saveAgain}`;
