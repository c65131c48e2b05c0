/** A word in TCVN 5712 (ABC fonts) read as Windows-1252: "C«ng hoµ x· héi". No word in Unicode contains such characters. */
const tcvn3 = /(?:\p{L}[µ¸¶·¹¨¾¼½©ª«¬\u00ad®§]|®\p{L})/u;
/**
 * A word in VNI, whose marks follow their vowels, read as Windows-1252: "Coäng hoøa xaõ hoäi", "ñ" for đ.
 * No Vietnamese letter in Unicode is one of these.
 */
const vni = /[øûïëäåöüñæØÛÏËÄÅÖÜÑÆ]/;

/** Matching words, in number and as a share, for a text to count as a legacy encoding: single foreign names match too. */
const minWords = 3;
const minShare = 0.1;

/** Bytes at the start of a file that `isUtf16` looks at. */
export const utf16SampleBytes = 1000;

/** Detects the legacy Vietnamese encoding of a text that was read as Windows-1252; null when it looks like Unicode. */
export const detectLegacyEncoding = (text: string): 'TCVN3 (ABC)' | 'VNI' | null => {
  const words = text.replace(/<[^>]*>/g, ' ').match(/[^\s"\\{}[\],:]+/g) ?? [];
  const [tcvn3Words = 0, vniWords = 0] = [tcvn3, vni].map(
    (pattern) => words.filter((word) => pattern.test(word)).length,
  );
  if (Math.max(tcvn3Words, vniWords) < Math.max(minWords, minShare * words.length)) return null;
  return tcvn3Words > vniWords ? 'TCVN3 (ABC)' : 'VNI';
};

/** Whether the first bytes of a file are UTF-16, with or without a byte order mark. */
export const isUtf16 = (start: Uint8Array): boolean => {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  // Every other byte of Latin text in UTF-16 is zero; text in UTF-8 contains none.
  return start.subarray(0, utf16SampleBytes).includes(0);
};

/** Decodes UTF-8; for other bytes and for legacy encodings inside UTF-8 returns the name of the likely encoding. */
export const decodeUtf8 = (bytes: Uint8Array): { text: string } | { encoding: string } => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const legacy = detectLegacyEncoding(text);
    return legacy ? { encoding: legacy } : { text };
  } catch {
    if (isUtf16(bytes)) return { encoding: 'UTF-16' };
    const legacy = detectLegacyEncoding(new TextDecoder('windows-1252').decode(bytes));
    return { encoding: legacy ?? 'an unknown encoding' };
  }
};
