import type { SiteSettings } from '../../shared/site/settings.ts';

const dayMs = 24 * 3_600_000;
/** Days until the text expires: RFC 9116 recommends less than a year. */
const validDays = 180;

/** A single telephone number as people write it: "(024) 3822 1234". */
const singleNumber = /^\+?[\d\s().-]{8,24}$/;

/** A number of Viet Nam, or an international one, as a URI (https://www.rfc-editor.org/rfc/rfc3966); null for any other text. */
const telephoneUri = (text: string): string | null => {
  if (!singleNumber.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return `tel:+${digits}`;
  return digits.startsWith('0') ? `tel:+84${digits.slice(1)}` : null;
};

/**
 * Whom to tell about a vulnerability: the agency's addresses in the site's settings. It expires at the beginning of a day, so that it is the
 * same text all day. Null for a site that has no address, because a contact is required. https://www.rfc-editor.org/rfc/rfc9116
 */
export const securityText = (
  { email, telephone }: Pick<SiteSettings, 'email' | 'telephone'>,
  { origin, now }: { origin: string; now: Date },
): string | null => {
  const contacts = [email === '' ? null : `mailto:${encodeURI(email)}`, telephoneUri(telephone)].filter(
    (uri) => uri !== null,
  );
  if (contacts.length === 0) return null;
  const expires = new Date(Math.floor(now.getTime() / dayMs) * dayMs + validDays * dayMs);
  return [
    ...contacts.map((uri) => `Contact: ${uri}`),
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
};
