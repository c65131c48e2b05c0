/** The words of a text: what white space separates. In Vietnamese these are syllables, which is how people count there. */
export const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;
