/** Brings what the schema cannot hold into a form that it can, without losing text: captions of tables, and paragraphs where only text may be. */
export const normalizeDom = (root: Element): void => {
  for (const holder of root.querySelectorAll('caption, figcaption, h2, h3, h4')) joinParagraphs(holder);
  for (const table of root.querySelectorAll('table')) moveCaption(table);
};

const blocks = 'h2, h3, h4, ul, ol, li, blockquote, table, figure, hr';

/** A heading or caption of paragraphs becomes one of lines. */
const joinParagraphs = (holder: Element): void => {
  if (holder.querySelector(blocks)) return;
  for (const paragraph of [...holder.querySelectorAll('p')]) {
    const lineBreak = holder.ownerDocument.createElement('br');
    const hasNext = paragraph.nextSibling !== null;
    paragraph.replaceWith(...paragraph.childNodes, ...(hasNext ? [lineBreak] : []));
  }
};

/** A table with a caption becomes a figure of both, as which the editor shows it. */
const moveCaption = (table: Element): void => {
  const captions = [...table.children].filter(({ localName }) => localName === 'caption');
  const [caption] = captions;
  if (!caption) return;
  const { ownerDocument } = table;
  for (const each of captions) each.remove();
  if (captions.length > 1 || caption.querySelector(blocks)) {
    table.before(...captions.flatMap((each) => [...each.childNodes]));
    return;
  }
  const figure = ownerDocument.createElement('figure');
  const figcaption = ownerDocument.createElement('figcaption');
  for (const each of [figure, figcaption]) each.setAttribute('data-table', '');
  table.replaceWith(figure);
  figcaption.append(...caption.childNodes);
  figure.append(figcaption, table);
};
