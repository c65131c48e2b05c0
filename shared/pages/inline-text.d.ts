/** A stylesheet, imported as text. */
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: bundlers export a text file so
  export default text;
}

/** A script for the browser, imported as text. */
declare module '*.inline.js' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: bundlers export a text file so
  export default text;
}
