import { createHash } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeLength = 10;
const randomBytes = 10;

/** A ULID that is always the same for the same thing and time, so that a repeated import finds what it created. https://github.com/ulid/spec */
export const stableId = (thing: string, instant: string | undefined): string => {
  let time = Math.max(0, instant === undefined ? 0 : Date.parse(instant) || 0);
  let text = '';
  for (let n = 0; n < timeLength; n += 1) {
    text = alphabet[time % 32] + text;
    time = Math.floor(time / 32);
  }
  let bits = BigInt(
    `0x${createHash('sha256').update(thing).digest().subarray(0, randomBytes).toString('hex')}`,
  );
  let random = '';
  for (let n = 0; n < (randomBytes * 8) / 5; n += 1) {
    random = alphabet[Number(bits % 32n)] + random;
    bits /= 32n;
  }
  return text + random;
};
