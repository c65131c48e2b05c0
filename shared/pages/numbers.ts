/** `12.281.929`, as numbers are written in Viet Nam. A whole number. By hand: `shared/time/local-day.ts` says why. */
export const numberText = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '.');

/** https://unicode.org/reports/tr35/tr35-numbers.html#Compact_Number_Formats: nghìn, triệu, tỷ. */
const units = [
  { size: 1e9, name: 'T' },
  { size: 1e6, name: 'Tr' },
  { size: 1e3, name: 'N' },
];

/** `12,3 N`: a whole number below a thousand billions, from a thousand on rounded to a tenth of its unit. */
export const compactText = (number: number): string => {
  for (const { size, name } of units) {
    // What the unit below would round to a thousand of itself.
    if (Math.round(number / (size / 10_000)) < 10_000) continue;
    const tenths = Math.round(number / (size / 10));
    const fraction = tenths % 10 === 0 ? '' : `,${tenths % 10}`;
    return `${numberText(Math.floor(tenths / 10))}${fraction}\u00A0${name}`;
  }
  return numberText(number);
};
