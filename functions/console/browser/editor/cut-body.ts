/** A part of a body: an outermost block element, or what lies directly in the body between two of them. */
export type Part = { before: string; html: string; isText: boolean };

const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;
const voidElements = ['br', 'hr', 'img'];
const inlineElements = ['a', 'strong', 'em', 'sub', 'sup', 'br', 'img'];

/** White space between blocks. A no-break space is text. */
const edges = /^([ \t\n\f\r]*)(.*?)([ \t\n\f\r]*)$/s;

/** A sanitized body as its parts, which joined are the body. What the sanitizer writes needs no parser: `<` and `>` are escaped wherever they are no tag's. */
export const cutBody = (body: string): Part[] => {
  const parts: Part[] = [];
  let before = '';
  const add = (written: string, isText: boolean) => {
    const [, leading = '', html = '', trailing = ''] = edges.exec(written) ?? [];
    if (html === '') before += written;
    else {
      parts.push({ before: before + leading, html, isText });
      before = trailing;
    }
  };
  let depth = 0;
  let blockFrom = -1;
  let textFrom = 0;
  for (const { 0: written, 1: slash, 2: name = '', index } of body.matchAll(tag)) {
    const end = index + written.length;
    if (depth === 0 && slash === '' && !inlineElements.includes(name)) {
      add(body.slice(textFrom, index), true);
      blockFrom = index;
    }
    if (!voidElements.includes(name)) depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth === 0 && blockFrom >= 0) {
      add(body.slice(blockFrom, end), false);
      blockFrom = -1;
      textFrom = end;
    }
  }
  add(blockFrom >= 0 ? body.slice(blockFrom) : body.slice(textFrom), blockFrom < 0);
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { ...last, html: last.html + before }] : [];
};
