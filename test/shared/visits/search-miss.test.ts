import { expect, test } from 'vitest';
import { storableQuery } from '../../../shared/visits/search-miss.ts';

test.each([
  ['Đăng ký  KHAI SINH', 'dang ky khai sinh'],
  ['"nghị định" 123/2025/NĐ-CP', 'nghi dinh 123 2025 nd cp'],
  ['1234/QĐ-UBND', '1234 qd ubnd'],
  ['tổ 5 khu phố 12', 'to 5 khu pho 12'],
])('%s is stored folded', (text, stored) => expect(storableQuery(text)).toBe(stored));

test.each([
  ['a telephone number', '0912 345 678'],
  ['one with dots', 'anh Ba 0912.345.678'],
  ['one in full-width digits', '０９１２３４５６７８'],
  ['an international one', '+84 (912) 345-678'],
  ['an identity number', '079123456789 khai sinh'],
  ['a passport number', 'B1234567'],
  ['a birthday', 'Nguyễn Văn A 12/05/1990'],
  ['an e-mail address', 'ba@example.vn'],
  ['pasted text', 'chợ '.repeat(30)],
  ['no word', '!!! ---'],
])('%s is not stored: %s', (_, text) => expect(storableQuery(text)).toBeNull());
