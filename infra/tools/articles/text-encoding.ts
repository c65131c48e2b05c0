/** Letters of TCVN 5712 (ABC fonts) read as Windows-1252: "C«ng hoµ x· héi". No Vietnamese word in Unicode contains such characters. */
const tcvn3 = /(?:\p{L}[µ¸¶·¹¨¾¼½©ª«¬\u00ad®§]|®\p{L})/u;
/** VNI marks read as Windows-1252: "Coäng hoøa xaõ hoäi", "ñ" for đ. None of these is a Vietnamese letter in Unicode. */
const vni = /[øûïëäåöüñæØÛÏËÄÅÖÜÑÆ]/;

/** Words, and their share, that must look like an old encoding: a foreign name alone does not. */
const leastWords = 3;
const leastShare = 0.1;

/** The old Vietnamese encoding of a text; null for Unicode. */
export const oldEncodingOf = (text: string): 'TCVN3 (ABC)' | 'VNI' | null => {
  const words = text.replace(/<[^>]*>/g, ' ').match(/[^\s"\\{}[\],:]+/g) ?? [];
  const [tcvn3Words = 0, vniWords = 0] = [tcvn3, vni].map(
    (pattern) => words.filter((word) => pattern.test(word)).length,
  );
  if (Math.max(tcvn3Words, vniWords) < Math.max(leastWords, leastShare * words.length)) return null;
  return tcvn3Words > vniWords ? 'TCVN3 (ABC)' : 'VNI';
};

/** The encoding by the first bytes of a file; null for UTF-8. */
export const encodingOfStart = (start: Uint8Array): 'UTF-16' | null => {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  // Every other byte of Latin text in UTF-16 is zero; UTF-8 text has none.
  return start.subarray(0, 1000).includes(0) ? 'UTF-16' : null;
};

/** Decodes UTF-8; otherwise the name of the probable encoding. */
export const decodeText = (bytes: Uint8Array): { text: string } | { notUtf8: string } => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const old = oldEncodingOf(text);
    return old ? { notUtf8: old } : { text };
  } catch {
    const guess = encodingOfStart(bytes) ?? oldEncodingOf(new TextDecoder('windows-1252').decode(bytes));
    return { notUtf8: guess ?? 'unknown' };
  }
};
