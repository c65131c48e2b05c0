import { withoutControls } from '../../../../shared/text/characters.ts';
import type { LeftOutCounter } from './left-out.ts';

const unsafe = 'liên kết không an toàn';
const unreachable = 'liên kết không mở được từ trang';

/** The address that a link may have in a body, without the redirection of a site that counts clicks. `''` for none: its text stays. */
export const safeLink = (href: string, leftOut: LeftOutCounter): string => {
  const address = withoutControls(href)
    .replace(/[\t\n]/g, '')
    .trim();
  if (address === '' || address.startsWith('#')) return '';
  if (/^(?:mailto|tel):/i.test(address) || /^\/(?![/\\])/.test(address)) return address;
  if (/^https?:\/\/[^/\\]/i.test(address) && URL.canParse(address)) return behindRedirection(address);
  leftOut.add(/^[\s\p{Cc}]*(?:javascript|vbscript|data):/iu.test(address) ? unsafe : unreachable);
  return '';
};

/** Where the links of Facebook and of Google's search lead: https://l.facebook.com/l.php?u=…, https://www.google.com/url?q=… */
const behindRedirection = (address: string): string => {
  const { hostname, pathname, searchParams } = new URL(address);
  const target =
    (/^lm?\.facebook\.com$/.test(hostname) && pathname === '/l.php' && searchParams.get('u')) ||
    (hostname === 'www.google.com' && pathname === '/url' && searchParams.get('q'));
  return target && /^https?:\/\//.test(target) && URL.canParse(target) ? target : address;
};
