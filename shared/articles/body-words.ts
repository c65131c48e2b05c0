import { decodeEntities } from '../text/plain-text.ts';
import { wordCount } from '../text/word-count.ts';

/** Elements within a word: `<strong>B</strong>ến` is one. Every other one ends a word. */
const inlineTag = /<\/?(?:a|strong|em|sub|sup)(?:\s[^<>]*)?>/g;

/** The words of a sanitized body, captions included: as many as the editor says. */
export const bodyWords = (body: string): number =>
  wordCount(decodeEntities(body.replace(inlineTag, '').replace(/<[^>]*>/g, ' ')));
