import type { PastedElement } from './pasted-tree.ts';

/**
 * Fonts of the encodings before Unicode, TCVN3 (`.VnTime`) and VNI (`VNI-Times`): https://vi.wikipedia.org/wiki/TCVN3.
 * What is set in them arrives as Latin letters: "Céng hoµ".
 */
const legacyFont = /(?:^|,)\s*["']?(?:\.Vn|VNI[- ])/i;

/** Whether the text within an element is set in such a font. */
export const isLegacyFont = ({ attributes, style }: PastedElement, outer: boolean): boolean => {
  const font = style.get('font-family') ?? style.get('mso-ascii-font-family') ?? attributes.face;
  return font === undefined ? outer : legacyFont.test(font);
};

/** Latin-1 characters that Vietnamese is not written with, and that stand for its letters in those encodings. */
const garbledLetter = /[¡¢£¤¥¦¨ª¬®¯´µ¶¸¹º»¼¾¿ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]/;
const vietnameseLetter = /[\u1ea0-\u1ef9ăđĩũơưĂĐĨŨƠƯ]/;

/** Whether text in such a font is not Unicode: many documents name the font and are converted. */
export const isGarbled = (text: string): boolean => garbledLetter.test(text) && !vietnameseLetter.test(text);

export const legacyFontWarning =
  'Đoạn dán dùng phông chữ cũ (như .VnTime, VNI-Times) nên chữ có thể hiện sai. Hãy chuyển sang Unicode trong Word rồi dán lại, hoặc sửa từng chữ.';
