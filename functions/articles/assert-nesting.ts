import { Parser } from 'htmlparser2';
import { invalidField } from '../../shared/errors.ts';

/** Levels of nested elements in a body, before it is sanitized. */
const depthLimit = 100;

/**
 * Throws `invalid_fields` for a body with too deeply nested elements, at the first of them: the cost of parsing is the product of
 * length and depth. The text of a frame counts as markup, because the sanitizer parses it again.
 */
export const assertNesting = (html: string, outerDepth = 0) => {
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name) {
      open.push(name);
      if (outerDepth + open.length > depthLimit) throw tooDeep();
    },
    onclosetag: () => void open.pop(),
    ontext(text) {
      if (open.at(-1) === 'iframe') assertNesting(text, outerDepth + open.length);
    },
  });
  parser.end(html);
};

export const tooDeep = () =>
  invalidField('body', `Các thẻ HTML lồng nhau quá sâu (tối đa ${depthLimit} cấp)`);
