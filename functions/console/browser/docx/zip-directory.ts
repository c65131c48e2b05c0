/** An entry of a zip file as its directory describes it; sizes in bytes. */
export type ZipEntry = {
  name: string;
  isCompressed: boolean;
  compressedSize: number;
  size: number;
  /** Where the entry's own header begins in the file. */
  offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const maxCommentLength = 0xffff;

/**
 * The directory of a zip file, read without unpacking anything; `null` for a file that is none, is cut off, or needs Zip64, which no
 * document of an office does. Sections 4.3.12 and 4.3.16: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export const readZipDirectory = (file: Uint8Array): ZipEntry[] | null => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let position = view.getUint32(end + 16, true);
  while (entries.length < count) {
    if (position + entryLength > end || view.getUint32(position, true) !== entrySignature) return null;
    const nameLength = view.getUint16(position + 28, true);
    entries.push({
      name: new TextDecoder().decode(
        file.subarray(position + entryLength, position + entryLength + nameLength),
      ),
      isCompressed: view.getUint16(position + 10, true) !== 0,
      compressedSize: view.getUint32(position + 20, true),
      size: view.getUint32(position + 24, true),
      offset: view.getUint32(position + 42, true),
    });
    position +=
      entryLength + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  return entries;
};

/** The directory's end is the last thing in the file but for a comment. */
const findEnd = (view: DataView): number | null => {
  const first = Math.max(0, view.byteLength - endLength - maxCommentLength);
  for (let position = view.byteLength - endLength; position >= first; position--)
    if (view.getUint32(position, true) === endSignature) return position;
  return null;
};
