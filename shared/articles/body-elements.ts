/** A tag of sanitized HTML: `<` and `>` are escaped in texts and in attribute values, and void elements end with `/>`. */
const tag = /<(\/?)[a-z][a-z0-9]*(?:\s[^<>]*?)?(\/?)>/g;

/**
 * A sanitized body as its outermost elements, with the text between them. In any order they are well-formed. Needs no HTML parser: the
 * browser's application uses it too.
 */
export const elementsOf = (body: string): string[] => {
  const elements: string[] = [];
  let depth = 0;
  let from = 0;
  const cut = (at: number) => {
    if (body.slice(from, at).trim() !== '') elements.push(body.slice(from, at));
    from = at;
  };
  for (const { 0: text, 1: closing, 2: isVoid, index } of body.matchAll(tag)) {
    if (closing) depth -= 1;
    else if (depth === 0) cut(index);
    if (!closing && !isVoid) depth += 1;
    if (depth <= 0) {
      depth = 0;
      cut(index + text.length);
    }
  }
  cut(body.length);
  return elements;
};
