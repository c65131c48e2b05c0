const schemes = ['http', 'https', 'mailto', 'tel'];

const schemeOf = (address: string): string | undefined =>
  /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();

/** Without the characters that browsers ignore in an address: https://url.spec.whatwg.org/#concept-basic-url-parser */
const asRead = (address: string) => address.replace(/[\p{Cc} ]/gu, '');

/** Whether the sanitizer keeps an address: of an allowed scheme, or without one and on this site. */
export const isKeptAddress = (address: string): boolean => {
  const read = asRead(address);
  const scheme = schemeOf(read);
  return scheme === undefined ? read !== '' && !/^[/\\]{2}/.test(read) : schemes.includes(scheme);
};

const emailAddress = /^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i;
const hostName = /^([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#]|$)/i;

/**
 * What somebody typed as the address of a link: `www.example.vn` gets its scheme, an address of `origin` becomes a path. The problem is a
 * sentence for the one who typed it.
 */
export const readAddress = (typed: string, origin: string): { href: string } | { problem: string } => {
  const text = typed.trim();
  if (text === '') return { problem: 'Hãy nhập địa chỉ của liên kết.' };
  if (emailAddress.test(text)) return { href: `mailto:${text}` };
  if (hostName.test(text)) return readAddress(`https://${text}`, origin);
  const scheme = schemeOf(asRead(text));
  if (scheme === undefined) {
    return /^[/#](?![/\\])/.test(text)
      ? { href: text }
      : { problem: 'Địa chỉ phải bắt đầu bằng https://, hoặc bằng / nếu là trang của cổng này.' };
  }
  if (!schemes.includes(scheme)) {
    return { problem: 'Chỉ nhận địa chỉ trang web, thư điện tử (mailto:) và số điện thoại (tel:).' };
  }
  if (scheme !== 'http' && scheme !== 'https') return { href: text };
  const url = parsedUrl(text);
  if (url === null) return { problem: 'Địa chỉ này viết chưa đúng. Ví dụ: https://chinhphu.vn/van-ban' };
  return { href: url.origin === origin ? url.href.slice(origin.length) : text };
};

const parsedUrl = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

const vague = /^(xem |bấm |nhấn |click )?(vào )?(tại|ở)? ?(đây|này|here|xem thêm|chi tiết)\.?$/i;

/** Whether a link's text says nothing of where it leads: https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context */
export const isVagueLinkText = (text: string): boolean => vague.test(text.trim());
