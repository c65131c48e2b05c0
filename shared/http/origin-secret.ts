import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpEvent } from './event.ts';

/**
 * The header by which the distribution proves that it sends a request. CloudFront overwrites one of this name that a reader sends:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
 */
export const originSecretHeader = 'x-origin-secret';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request carries one of the secrets, compared in constant time. Two are accepted, so that one can be replaced while the other is sent. */
export const originCheck = (secrets: readonly string[]) => {
  const accepted = secrets.map(digest);
  return ({ headers }: Pick<HttpEvent, 'headers'>): boolean => {
    const sent = digest(headers[originSecretHeader] ?? '');
    return accepted.some((secret) => timingSafeEqual(secret, sent));
  };
};
