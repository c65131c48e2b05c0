/** Maximum length of an old address: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html has 2,048 bytes for its key. */
export const oldUrlMaxLength = 500;

/** Normalizes a decoded path: NFC and lower case, like every path behind the edge. */
export const normalizeOldPath = (path: string): string => path.normalize('NFC').toLowerCase();

/** The old address that a request's decoded path can be; null for a path that is longer than any. */
export const oldAddressOf = (rawPath: string): string | null =>
  rawPath.length > oldUrlMaxLength ? null : normalizeOldPath(rawPath);
