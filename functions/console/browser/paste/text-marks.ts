import type { PastedElement } from './pasted-tree.ts';

/** What text looks like and leads to, as far as a body says it. */
export type Marks = { href: string; strong: boolean; em: boolean; script: '' | 'sub' | 'sup' };

export const plain: Marks = { href: '', strong: false, em: false, script: '' };

const isBold = (weight: string) => /^bold/i.test(weight) || Number(weight) >= 600;

/**
 * The marks within an element. What it declares goes before its name: Google Docs wraps everything in `<b style="font-weight:normal">`.
 * Word's `mso-bidi-font-weight` is about Arabic and Hebrew alone.
 */
export const marksWithin = ({ tag, style }: PastedElement, outer: Marks, href: string): Marks => {
  const weight = style.get('font-weight') ?? '';
  const slant = style.get('font-style') ?? '';
  const align = style.get('vertical-align') ?? '';
  return {
    href: href || outer.href,
    strong: /^(?:bold|normal|lighter|\d)/i.test(weight)
      ? isBold(weight)
      : outer.strong || tag === 'b' || tag === 'strong',
    em: /^(?:italic|oblique|normal)/i.test(slant)
      ? !/^normal/i.test(slant)
      : outer.em || tag === 'i' || tag === 'em',
    script: scriptWithin(tag, align, outer.script),
  };
};

const scriptWithin = (tag: string, align: string, outer: Marks['script']): Marks['script'] => {
  if (align === 'super' || align === 'sub') return align === 'super' ? 'sup' : 'sub';
  if (align === 'baseline') return '';
  return tag === 'sup' || tag === 'sub' ? tag : outer;
};
