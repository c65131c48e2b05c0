import { createHmac, timingSafeEqual } from 'node:crypto';
import { ulidPattern } from '../ids.ts';

/** The payload of a preview link: one revision of one article, until an instant. */
export type Preview = { id: string; version: number; expiresAt: Date };

const form = new RegExp(`^(${ulidPattern})\\.([1-9]\\d{0,7})\\.([1-9]\\d{0,9})\\.([0-9a-f]{64})$`);

const signature = (payload: string, key: string) =>
  createHmac('sha256', key).update(`preview\n${payload}`).digest('hex');

/** A preview as a token for an address: lower case, signed with a key. */
export const signPreview = ({ id, version, expiresAt }: Preview, key: string): string => {
  const payload = `${id}.${version}.${Math.floor(expiresAt.getTime() / 1000)}`;
  return `${payload}.${signature(payload, key)}`;
};

/** Verifies a token; null when it is not signed by us, or has expired. */
export const readPreview = (token: string, key: string, now: Date): Preview | null => {
  const [, id = '', version, seconds, given = ''] = form.exec(token) ?? [];
  if (!id) return null;
  const expected = signature(`${id}.${version}.${seconds}`, key);
  const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(expected));
  const expiresAt = new Date(Number(seconds) * 1000);
  return isOurs && expiresAt > now ? { id, version: Number(version), expiresAt } : null;
};
