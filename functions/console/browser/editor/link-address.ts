const schemes = ['http', 'https', 'mailto', 'tel'];

const schemeOf = (address: string): string | undefined =>
  /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();

/** Whether the sanitizer keeps an address: of an allowed scheme, or without one and on this site. */
export const isKeptAddress = (address: string): boolean => {
  // Browsers ignore these characters: https://url.spec.whatwg.org/#concept-basic-url-parser
  const read = address.replace(/[\p{Cc} ]/gu, '');
  const scheme = schemeOf(read);
  return scheme === undefined ? read !== '' && !/^[/\\]{2}/.test(read) : schemes.includes(scheme);
};
