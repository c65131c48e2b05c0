import { Parser } from 'htmlparser2';
import { createTreeBuilder, type PastedNode } from '../../functions/console/browser/paste/pasted-tree.ts';

/** Parses pasted HTML in Node, where there is no DOMParser. Comments of IE (`<![if !vml]>`) are comments, as in a browser. */
export const parseHtml = (html: string): readonly PastedNode[] => {
  const builder = createTreeBuilder();
  const parser = new Parser({
    onopentag: (tag, attributes) => builder.open(tag, attributes),
    onclosetag: () => builder.close(),
    ontext: (text) => builder.text(text),
    oncomment: (comment) => builder.comment(comment),
    onprocessinginstruction: (_, instruction) => builder.comment(instruction.replace(/^!/, '')),
  });
  parser.end(html);
  return builder.nodes;
};
