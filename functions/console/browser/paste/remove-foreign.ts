import type { LeftOutCounter } from './left-out.ts';
import { isElement, type PastedElement, type PastedNode } from './pasted-tree.ts';

const script = 'đoạn mã';
const frame = 'khung nhúng từ trang khác';
const film = 'phim hoặc âm thanh';
const drawing = 'hình vẽ';
const control = 'ô nhập hoặc nút bấm';
export const comment = 'nhận xét của người góp ý';
export const deletion = 'đoạn đã xóa khi theo dõi thay đổi';

/** Elements that go with all that is in them, by what people call them. What nobody has seen goes without a word. */
const removedElements: Record<string, string | null> = {
  script,
  iframe: frame,
  frame,
  embed: frame,
  object: frame,
  applet: frame,
  video: film,
  audio: film,
  svg: drawing,
  canvas: drawing,
  select: control,
  textarea: control,
  button: control,
  del: deletion,
  style: null,
  title: null,
  meta: null,
  link: null,
  base: null,
  template: null,
  noscript: null,
  datalist: null,
  xml: null,
};

/** What an element is called when it goes, `null` when it goes without a word, `undefined` when it stays. */
const removedName = ({ tag, attributes, style }: PastedElement): string | null | undefined => {
  if (Object.hasOwn(removedElements, tag)) return removedElements[tag];
  if (tag === 'input') return attributes.type === 'hidden' ? null : control;
  if (/\bMsoCommentReference\b/.test(attributes.class ?? '')) return comment;
  if (style.get('mso-element') === 'comment-list') return null;
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return null;
  return undefined;
};

/** Removes scripts, frames, forms' controls, comments and tracked deletions, and counts them; scripts in attributes count too. */
export const removeForeign = (nodes: readonly PastedNode[], leftOut: LeftOutCounter): PastedNode[] =>
  nodes.flatMap((node): PastedNode[] => {
    if (!isElement(node)) return [node];
    leftOut.add(script, Object.keys(node.attributes).filter((name) => name.startsWith('on')).length);
    const name = removedName(node);
    if (name === undefined) return [{ ...node, children: removeForeign(node.children, leftOut) }];
    if (name !== null) leftOut.add(name);
    return [];
  });
