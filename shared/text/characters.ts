/**
 * Control characters and noncharacters: nobody types them, and HTML and XML do not allow most of them.
 * https://html.spec.whatwg.org/multipage/syntax.html#text-2, https://www.w3.org/TR/xml/#charsets
 */
export const controlCharacter = /[\p{Cc}\p{Noncharacter_Code_Point}]/u;

/** The same except tab and line feed. */
export const controlInText = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/u;

const everyControlInText = new RegExp(controlInText, 'gu');

/** The text without those. */
export const withoutControls = (text: string): string => text.replace(everyControlInText, '');
