/** Initial consonants and rimes of Vietnamese without diacritics: https://en.wikipedia.org/wiki/Vietnamese_phonology */
const initial = '(?:b|ch?|d|gi|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|tr|th?|v|x)?';
const rimes = [
  'a(?:ch?|i|m|nh|ng?|o|p|t|u|y)?',
  'e(?:ch?|m|nh|ng?|o|p|t|u)?',
  'i(?:a|ch?|m|nh?|p|t|u|e(?:c|m|ng?|p|t|u))?',
  'o(?:a(?:ch?|i|m|nh|ng?|o|p|t|y)?|c|e(?:m|ng?|o|t)?|i|m|ng?|o(?:c|ng)|p|t)?',
  'u(?:a(?:nh|ng?|t|y)?|c|e(?:ch|nh?|t)?|i|m|ng?|o(?:c|i|m|ng?|p|t|u)?|p|t|u|y(?:a|ch|en|et|nh?|t|u)?)?',
  'y(?:ch|e(?:m|n|t|u)|nh|p|t)?',
];
const vietnameseSyllable = new RegExp(`^${initial}(?:${rimes.join('|')})$`);

/** Whether letters without diacritics are spelt as a Vietnamese syllable: `nghieng`, but not `snh`. */
export const isVietnameseShape = (letters: string) => vietnameseSyllable.test(letters);
