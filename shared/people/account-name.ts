import { asciiWords } from '../text/fold.ts';

/** A new account's name: lower-case ASCII, so that no two differ by accents or case alone. */
export const accountNamePattern = /^[a-z0-9]+(?:\.[a-z0-9]+)*$/;
export const accountNameLimits = { min: 3, max: 40 } as const;

/** For a person whose name has no Latin letter. */
const fallback = 'thanh.vien';

/** Names to try for a new account, best first: `lan.tran` for Trần Thị Lan, then `lan.tran2` and so on. */
export function* accountNamesFor(fullName: string): Generator<string, never> {
  const words = asciiWords(fullName);
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? `.${words[0]}` : '';
  // Room for a number of three digits.
  const first = `${given}${family}`.slice(0, accountNameLimits.max - 3).replace(/\.$/, '');
  const base = first.length < accountNameLimits.min ? fallback : first;
  yield base;
  for (let number = 2; ; number += 1) yield `${base}${number}`;
}

/** What two names have in common that a person could take for one another: accents, case and punctuation aside. */
export const foldedAccountName = (name: string): string => asciiWords(name).join('');
