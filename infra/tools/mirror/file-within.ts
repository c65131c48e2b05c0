import { isAbsolute, relative, resolve, sep } from 'node:path';
import { PathError } from './path-error.ts';

/** Control characters, and what separates folders or names a drive on Windows. */
const refusedCharacters = /[\p{Cc}\\:]/u;

/**
 * The absolute path of a key's file. Throws `PathError` unless the file is inside `directory`, whether the key is taken as it is or
 * percent-decoded, as a web server takes it.
 */
export const fileWithin = (directory: string, key: string): string => {
  const decoded = decode(key);
  const isRefused = [key, decoded].some(
    (name) => refusedCharacters.test(name) || name.split('/').some((segment) => /^\.{0,2}$/.test(segment)),
  );
  const file = resolve(directory, key);
  const inside = relative(directory, file);
  if (isRefused || isAbsolute(inside) || inside.split(sep)[0] === '..') {
    throw new PathError('names no file inside the folder');
  }
  return file;
};

const decode = (key: string): string => {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
};
