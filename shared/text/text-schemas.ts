import * as z from 'zod/mini';
import { controlInText } from './characters.ts';

const unpairedSurrogates = 'Có ký tự Unicode hỏng';
const controls = 'Có ký tự điều khiển';
const tooLong = (maxLength: number) => `Dài quá ${maxLength} ký tự`;

/** UTF-16 code units that a character of normalized text may be sent as: decomposed, or among white space to collapse. */
const maxUnitsPerCharacter = 10;
/**
 * More combining marks in a row than the Stream-Safe Text Format allows: normalization sorts them, in quadratic time.
 * https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const unsafeMarks = /\p{M}{31}/u;
/** Text that is normalized in linear time, at most `maxUnits` UTF-16 code units long. */
const normalizable = (maxUnits: number, refusal: string) =>
  z.string().check(
    z.refine((value) => value.length <= maxUnits, refusal),
    z.refine((value) => value.isWellFormed(), unpairedSurrogates),
    z.refine((value) => !unsafeMarks.test(value), 'Có quá nhiều dấu trên một chữ'),
  );

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
    normalizable(maxUnitsPerCharacter * maxLength, tooLong(maxLength)),
    z.pipe(
      z.transform(normalize),
      z.string().check(
        z.refine((value) => !controlInText.test(value), controls),
        z.refine((value) => [...value].length >= minLength, 'Không được để trống'),
        z.refine((value) => [...value].length <= maxLength, tooLong(maxLength)),
      ),
    ),
  );

/** One line of text: NFC, white space collapsed. `maxLength` and `minLength` count code points. */
export const line = (maxLength: number, minLength = 1) => text(collapseLine, maxLength, minLength);

/** Text with line breaks, otherwise as `line`; may be empty by default. */
export const lines = (maxLength: number, minLength = 0) => text(collapseLines, maxLength, minLength);

/** HTML as typed or pasted, at most `maxBytes` of UTF-8: NFC, not yet sanitized. */
export const html = (maxBytes: number) => {
  const tooManyBytes = `Dài quá ${maxBytes / 1000} kB`;
  return z.pipe(
    // A character of NFC has at least as many bytes as decomposed code units.
    normalizable(maxBytes, tooManyBytes),
    z.pipe(
      z.transform((value: string) => value.normalize('NFC')),
      z.string().check(z.refine((value) => Buffer.byteLength(value) <= maxBytes, tooManyBytes)),
    ),
  );
};
