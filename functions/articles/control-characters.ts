/** C0 and C1 controls except tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

export const withoutControls = (text: string): string => text.replace(controlCharacters, '');

/** How many control characters a text has. */
export const controlsIn = (text: string): number => text.length - withoutControls(text).length;
