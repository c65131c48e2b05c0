/** Normalizes a decoded path: NFC and lower case, like every path behind the edge. */
export const normalizeOldPath = (path: string): string => path.normalize('NFC').toLowerCase();
