/** Letters that Word draws as bullets in Symbol, Wingdings and Courier New. */
const bulletLetter = /^[ovüqnlwØàèu]$/;
const bulletSign = /^[^\p{L}\p{N}()]{1,2}$/u;
const decimal = /^(\d{1,4})[.)]?$/;

/**
 * The list that a marker belongs to: bullets and plain numbers. Others (`a)`, `đ)`, `I.`, `1.1`, `Điều 3.`) are none, for `ol` of a body
 * knows only `start`: they stay as text.
 */
export const listMarker = (marker: string): { tag: 'ul' | 'ol'; number: number } | undefined => {
  const digits = decimal.exec(marker)?.[1];
  if (digits !== undefined) return { tag: 'ol', number: Number(digits) };
  return bulletSign.test(marker) || bulletLetter.test(marker) ? { tag: 'ul', number: 1 } : undefined;
};

const romanSigns: readonly [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman = (number: number): string => {
  const sign = romanSigns.find(([value]) => value <= number);
  return sign ? sign[1] + roman(number - sign[0]) : '';
};

/** a…z, then aa…zz as Word counts, bb for the 28th. */
const letter = (number: number) =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

/** The number of an item as letters or Roman numerals, by the name of a CSS list style or a `type` attribute of `ol`. */
export const numberInStyle = (number: number, listStyle: string): string | undefined => {
  if (number < 1 || number > 399) return;
  switch (listStyle) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return letter(number);
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return letter(number).toUpperCase();
    case 'i':
    case 'lower-roman':
      return roman(number);
    case 'I':
    case 'upper-roman':
      return roman(number).toUpperCase();
    default:
      return;
  }
};
