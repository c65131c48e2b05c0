/** Words with letters as TCVN 5712 (ABC fonts) has them, read as Windows-1252: "C«ng hoµ x· héi". No word in Unicode holds such signs. */
const tcvn3 = /(?:\p{L}[µ¸¶·¹¨¾¼½©ª«¬\u00ad®§]|®\p{L})/u;
/** Words with VNI's marks behind their vowels, read as Windows-1252: "Coäng hoøa xaõ hoäi", "ñ" for đ. No Vietnamese letter in Unicode is one of these. */
const vni = /[øûïëäåöüñæØÛÏËÄÅÖÜÑÆ]/;

/** Words of a text that must look like an old encoding before it is called one, and which part of it: a name from abroad is none. */
const leastWords = 3;
const leastShare = 0.1;

/** The old Vietnamese encoding that a text was written in, by its name; null when it is Unicode, as far as one can tell. */
export const oldEncodingOf = (text: string): 'TCVN3 (ABC)' | 'VNI' | null => {
  const words = text.replace(/<[^>]*>/g, ' ').match(/[^\s"\\{}[\],:]+/g) ?? [];
  const [tcvn3Words = 0, vniWords = 0] = [tcvn3, vni].map(
    (pattern) => words.filter((word) => pattern.test(word)).length,
  );
  if (Math.max(tcvn3Words, vniWords) < Math.max(leastWords, leastShare * words.length)) return null;
  return tcvn3Words > vniWords ? 'TCVN3 (ABC)' : 'VNI';
};

/** What the first bytes of a file say of its encoding; null for UTF-8, as far as they tell. */
export const encodingOfStart = (start: Uint8Array): 'UTF-16' | null => {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  // Every other byte of Latin text in UTF-16 is zero, and no text in UTF-8 has one.
  return start.subarray(0, 1000).includes(0) ? 'UTF-16' : null;
};

/** Bytes as UTF-8; where they are not, the name of what they seem to be. */
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
