import type { PastedElement } from './pasted-tree.ts';

/** The level of a heading in the document it comes from, 0 for its title; `undefined` for whatever is no heading. */
export const headingLevel = ({ tag, attributes, style }: PastedElement): number | undefined => {
  const { class: className = '', role, 'aria-level': ariaLevel } = attributes;
  if (/\bMsoTitle\b/.test(className)) return 0;
  const level =
    /\bMsoHeading([1-9])\b/.exec(className)?.[1] ??
    /^h([1-6])$/.exec(tag)?.[1] ??
    (role === 'heading' ? /^[1-9]$/.exec(ariaLevel ?? '2')?.[0] : undefined) ??
    (tag === 'p' ? /^[1-9]$/.exec(style.get('mso-outline-level') ?? '')?.[0] : undefined);
  return level === undefined ? undefined : Number(level);
};
