import { createHash } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeLength = 10;
const hashBytes = 10;

/**
 * A ULID (https://github.com/ulid/spec) from an ISO instant and a hash of a name, so that a repeated import
 * finds the articles of the first one.
 */
export const deterministicUlid = (name: string, instant: string | undefined): string => {
  let time = Math.max(0, instant === undefined ? 0 : Date.parse(instant) || 0);
  let timePart = '';
  for (let n = 0; n < timeLength; n += 1) {
    timePart = alphabet[time % 32] + timePart;
    time = Math.floor(time / 32);
  }
  let bits = BigInt(`0x${createHash('sha256').update(name).digest().subarray(0, hashBytes).toString('hex')}`);
  let hashPart = '';
  for (let n = 0; n < (hashBytes * 8) / 5; n += 1) {
    hashPart = alphabet[Number(bits % 32n)] + hashPart;
    bits /= 32n;
  }
  return timePart + hashPart;
};
