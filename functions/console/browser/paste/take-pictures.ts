import { ulidPattern } from '../../../../shared/ids.ts';
import type { LeftOutCounter } from './left-out.ts';
import { elementsOf, mapElements, type PastedElement, type PastedNode } from './pasted-tree.ts';
import { type RtfPicture, rtfPictures } from './rtf-pictures.ts';

/** A picture that came with a paste. The cleaned HTML refers to it as `/images/{placeholder}` until it is uploaded. */
export type PastedPicture = { placeholder: string; bytes: Uint8Array; type: string };

const fromOtherPage = 'ảnh liên kết từ trang khác';
export const unusablePicture = 'hình vẽ hoặc ảnh có định dạng không dùng được';
const notOnClipboard = 'ảnh của Word mà trình duyệt không nhận được (hãy kéo tệp .docx vào trang)';
const notReadable = 'ảnh mà trình duyệt không nhận được';

/** Has the form of an image's id, so that every rule for images holds, and is none: its time is the year 1970. */
export const placeholderOf = (index: number) => String(index).padStart(26, '0');

const ownPicture = new RegExp(`^/images/${ulidPattern}$`);
const dataUrl = /^data:(image\/(?:png|jpeg|gif|webp));base64,/i;
const emoji =
  /^(?=.*[\p{Extended_Pictographic}\p{Regional_Indicator}])[\p{Emoji}\p{Emoji_Component}]{1,10}$/u;

/**
 * Gives each picture whose bytes are there a placeholder and removes the others. Word names files of its own computer; their bytes are in
 * the RTF, in the same order. Emoji that sites draw as pictures become text.
 */
export const takePictures = (
  nodes: readonly PastedNode[],
  rtf: string,
  leftOut: LeftOutCounter,
): { nodes: PastedNode[]; pictures: PastedPicture[] } => {
  const pictures: PastedPicture[] = [];
  const placeholders = new Map<string, string>();
  const remember = (source: string, type: string, bytes: Uint8Array) => {
    const placeholder = placeholders.get(source) ?? placeholderOf(pictures.length + 1);
    if (!placeholders.has(source)) pictures.push({ placeholder, type, bytes });
    placeholders.set(source, placeholder);
    return placeholder;
  };
  const fromWord = wordPictures(nodes, rtf);
  const change = (element: PastedElement): readonly PastedNode[] => {
    if (element.tag !== 'img') return [element];
    const { src = '', alt = '' } = element.attributes;
    const shown = (placeholder: string) => [{ ...element, attributes: { src: `/images/${placeholder}` } }];
    if (ownPicture.test(src)) return [{ ...element, attributes: { src } }];
    if (emoji.test(alt)) return [alt];
    if (src.startsWith('file:')) {
      const picture = fromWord.shift();
      if (picture) return shown(remember(`word ${fromWord.length}`, picture.type, picture.bytes));
      leftOut.add(picture === null ? unusablePicture : notOnClipboard);
    } else if (src.startsWith('data:')) {
      const bytes = readDataUrl(src);
      if (bytes) return shown(remember(src, bytes.type, bytes.bytes));
      leftOut.add(unusablePicture);
    } else if (src !== '')
      leftOut.add(/^(?:cid|blob|webkit-fake-url):/.test(src) ? notReadable : fromOtherPage);
    return [];
  };
  return { nodes: mapElements(nodes, change), pictures };
};

/** The pictures of Word's files, in order; none when their number differs, for then nobody knows which is which. */
const wordPictures = (nodes: readonly PastedNode[], rtf: string): RtfPicture[] => {
  const files = Array.from(elementsOf(nodes)).filter(
    ({ tag, attributes }) => tag === 'img' && attributes.src?.startsWith('file:'),
  );
  if (files.length === 0) return [];
  const pictures = rtfPictures(rtf);
  return pictures.length === files.length ? pictures : [];
};

const readDataUrl = (url: string): { type: string; bytes: Uint8Array } | undefined => {
  const header = dataUrl.exec(url);
  if (!header?.[1]) return;
  try {
    const binary = atob(url.slice(header[0].length));
    return { type: header[1].toLowerCase(), bytes: Uint8Array.from(binary, (byte) => byte.charCodeAt(0)) };
  } catch {
    return;
  }
};
