import * as z from 'zod/mini';
import { controlInText } from './characters.ts';

const unpairedSurrogates = 'Có ký tự Unicode hỏng';
const controls = 'Có ký tự điều khiển';

const collapseLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const collapseLines = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

const text = (normalize: (text: string) => string, maxLength: number, minLength: number) =>
  z.pipe(
    z.string().check(z.refine((value) => value.isWellFormed(), unpairedSurrogates)),
    z.pipe(
      z.transform(normalize),
      z.string().check(
        z.refine((value) => !controlInText.test(value), controls),
        z.refine((value) => [...value].length >= minLength, 'Không được để trống'),
        z.refine((value) => [...value].length <= maxLength, `Dài quá ${maxLength} ký tự`),
      ),
    ),
  );

/** One line of text: NFC, white space collapsed. `maxLength` and `minLength` count code points. */
export const line = (maxLength: number, minLength = 1) => text(collapseLine, maxLength, minLength);

/** Text with line breaks, otherwise as `line`; may be empty by default. */
export const lines = (maxLength: number, minLength = 0) => text(collapseLines, maxLength, minLength);

/** HTML as typed or pasted, at most `maxBytes` of UTF-8: NFC, not yet sanitized. */
export const html = (maxBytes: number) =>
  z.pipe(
    z.string().check(z.refine((value) => value.isWellFormed(), unpairedSurrogates)),
    z.pipe(
      z.transform((value: string) => value.normalize('NFC')),
      z
        .string()
        .check(z.refine((value) => Buffer.byteLength(value) <= maxBytes, `Dài quá ${maxBytes / 1000} kB`)),
    ),
  );
