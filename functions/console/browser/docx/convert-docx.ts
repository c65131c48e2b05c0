import mammoth from 'mammoth';
import { openArrayBuffer } from 'mammoth/lib/zipfile.js';
import { createLeftOutCounter, type LeftOut } from '../paste/left-out.ts';
import { comment, deletion } from '../paste/remove-foreign.ts';
import { type PastedPicture, placeholderOf, unusablePicture } from '../paste/take-pictures.ts';
import { assertInflatedSize } from './assert-inflated-size.ts';
import { assertWordFile } from './assert-word-file.ts';
import { drawListMarkers } from './draw-list-markers.ts';
import { styleMap } from './style-map.ts';

/** A Word file as HTML that the rules of a paste have not seen yet, its pictures apart. */
export type ConvertedDocx = {
  html: string;
  pictures: PastedPicture[];
  leftOut: LeftOut[];
  /** Whether it names a font of an encoding before Unicode. */
  namesLegacyFont: boolean;
};

const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Converts a Word file. Throws a PortalSentence for what is none, or is too large. */
export const convertDocx = async (file: ArrayBuffer): Promise<ConvertedDocx> => {
  const bytes = new Uint8Array(file);
  await assertInflatedSize(bytes, assertWordFile(bytes));
  const { prepared, document, fonts } = await prepare(file);
  const leftOut = createLeftOutCounter();
  leftOut.add(deletion, count(document, /<w:del /g));
  leftOut.add(comment, count(document, /<w:commentReference /g));
  const pictures: PastedPicture[] = [];
  const { value: html } = await mammoth.convertToHtml(
    { arrayBuffer: prepared },
    {
      styleMap: [...styleMap],
      includeDefaultStyleMap: false,
      // The file's own map could name any element.
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        if (!pictureTypes.has(image.contentType)) {
          leftOut.add(unusablePicture);
          return { src: '' };
        }
        const placeholder = placeholderOf(pictures.length + 1);
        pictures.push({
          placeholder,
          type: image.contentType,
          bytes: new Uint8Array(await image.readAsArrayBuffer()),
        });
        return { src: `/images/${placeholder}` };
      }),
    },
  );
  return { html, pictures, leftOut: leftOut.list(), namesLegacyFont: legacyFontName.test(fonts) };
};

const legacyFontName = /w:(?:ascii|hAnsi)="(?:\.Vn|VNI[- ])/i;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** The file with its list markers drawn. */
const prepare = async (file: ArrayBuffer) => {
  const zip = await openArrayBuffer(file);
  const read = async (name: string) => (zip.exists(name) ? await zip.read(name, 'utf-8') : '');
  const path = 'word/document.xml';
  const document = await read(path);
  const styles = await read('word/styles.xml');
  const drawn = drawListMarkers({ document, styles, numbering: await read('word/numbering.xml') });
  if (drawn !== document) zip.write(path, drawn);
  return { prepared: await zip.toArrayBuffer(), document, fonts: document + styles };
};
