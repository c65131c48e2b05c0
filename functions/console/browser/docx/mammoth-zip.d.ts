/** The zip files of mammoth, which has no types for them: https://github.com/mwilliamson/mammoth.js/blob/master/lib/zipfile.js */
declare module 'mammoth/lib/zipfile.js' {
  export const openArrayBuffer: (file: ArrayBuffer) => Promise<{
    exists(name: string): boolean;
    read(name: string, encoding: 'utf-8'): Promise<string>;
    write(name: string, contents: string): void;
    toArrayBuffer(): Promise<ArrayBuffer>;
  }>;
}
