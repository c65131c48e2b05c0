import { elementsOf } from '../../../../shared/articles/body-elements.ts';

/** A part of a body, with the white space before it: an outermost block element, or what lies directly in the body between two of them. */
export type Part = { before: string; html: string; isText: boolean };

const blockTag = /^<(?!(?:a|strong|em|sub|sup|br|img)\b)/;

/** A sanitized body as its parts, which joined are the body. */
export const cutBody = (body: string): Part[] => {
  const parts: Part[] = [];
  let at = 0;
  for (const element of elementsOf(body)) {
    const start = body.indexOf(element, at);
    const before = body.slice(at, start);
    const isText = !blockTag.test(element);
    const last = parts.at(-1);
    if (isText && last?.isText) last.html += before + element;
    else parts.push({ before, html: element, isText });
    at = start + element.length;
  }
  const last = parts.at(-1);
  if (last) last.html += body.slice(at);
  return parts;
};
