/** A stylesheet, imported as its text. */
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: bundlers export a text file so
  export default text;
}
