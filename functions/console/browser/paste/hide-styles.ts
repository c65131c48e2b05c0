/** The name of what was a `style` attribute. */
export const hiddenStyle = 'data-hidden-style';
/** An element whose content is text for every parser: https://html.spec.whatwg.org/multipage/obsolete.html#xmp */
export const hiddenSheet = 'xmp';

/**
 * Renames style attributes, style sheets and `base` in HTML. A document parsed by a page has the page's policy, which removes styles,
 * reports each, and reports a base. What a tag hides from the patterns (a `>` in a value before) loses its style, no more.
 */
export const hideStyles = (html: string): string =>
  html
    .replace(/(<[a-z][^<>]*?[\s"'])style(?=\s*=)/gi, `$1${hiddenStyle}`)
    .replace(/<(\/?)style(?=[\s>/])/gi, `<$1${hiddenSheet}`)
    .replace(/<base(?=[\s>/])/gi, '<span');
