/** A picture of RTF: its bytes, or `null` for a format that no browser shows (EMF, WMF, bitmaps of Windows). */
export type RtfPicture = { type: string; bytes: Uint8Array } | null;

/** Groups whose pictures are not on the page of the text, or are a second copy of one that is. */
const skippedDestination =
  /^(?:header|footer)[lrf]?$|^(?:nonshppict|listpicture|shprslt|fonttbl|stylesheet|themedata|datastore)$/;

const blipTypes: Record<string, string> = { pngblip: 'image/png', jpegblip: 'image/jpeg' };

type Group = { skipped: boolean; isPicture: boolean; type?: string | undefined; hex: string[] };

const token = /[{}]|\\(?:([a-z]+)(-?\d+)? ?|[^a-z])|[^\\{}]+/gi;

/**
 * The pictures of RTF in their order, those of headers and footers left out.
 * RTF 1.9.1, "Pictures": https://interoperability.blob.core.windows.net/files/Archive_References/[MSFT-RTF].pdf
 */
export const rtfPictures = (rtf: string): RtfPicture[] => {
  const pictures: RtfPicture[] = [];
  const open: Group[] = [];
  for (const [text, word] of rtf.matchAll(token)) {
    const group = open.at(-1);
    if (text === '{') open.push({ skipped: group?.skipped ?? false, isPicture: false, hex: [] });
    else if (text === '}') {
      open.pop();
      if (group?.isPicture && !group.skipped) pictures.push(readPicture(group));
    } else if (!group) continue;
    else if (word === 'pict') group.isPicture = true;
    else if (word !== undefined && skippedDestination.test(word)) group.skipped = true;
    else if (word !== undefined) group.type ??= blipTypes[word];
    else if (group.isPicture && !group.skipped && group.type !== undefined) group.hex.push(text);
  }
  return pictures;
};

const readPicture = ({ type, hex }: Group): RtfPicture =>
  type === undefined ? null : { type, bytes: fromHex(hex.join('').replace(/[^0-9a-f]/gi, '')) };

const fromHex = (digits: string): Uint8Array => {
  const bytes = new Uint8Array(digits.length >> 1);
  for (const index of bytes.keys())
    bytes[index] = Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  return bytes;
};
