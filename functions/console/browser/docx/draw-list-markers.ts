import { createMarkerCounter, elementsNamed, levelOfStyle, readNumberings, valueIn } from './numbering.ts';

/** The run style of drawn markers, by level from 1. */
export const markerStyle = (level: number) => `PortalListMarker${level}`;
export const markerLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9];

type StyleNumbering = {
  numberingId: string | undefined;
  level: string | undefined;
  basedOn: string | undefined;
};

/** What paragraph styles say of numbering: `word/styles.xml`. */
const readStyleNumberings = (xml: string): ReadonlyMap<string, StyleNumbering> =>
  new Map(
    elementsNamed(xml, 'w:style').map((style) => [
      /w:styleId="([^"]*)"/.exec(style)?.[1] ?? '',
      {
        numberingId: valueIn(style, 'w:numId'),
        level: valueIn(style, 'w:ilvl'),
        basedOn: valueIn(style, 'w:basedOn'),
      },
    ]),
  );

const maxInheritance = 20;

/**
 * Writes the markers of lists into `word/document.xml` as text, in a run with a style of its own, for mammoth knows neither their
 * letters nor where they begin anew. Paragraph properties without a marker stay as they are.
 */
export const drawListMarkers = (parts: { document: string; numbering: string; styles: string }): string => {
  const numberings = readNumberings(parts.numbering);
  const styles = readStyleNumberings(parts.styles);
  const markerOf = createMarkerCounter(numberings);

  const numberingOfStyle = (
    styleId: string,
    left = maxInheritance,
  ): { id: string; level: number } | undefined => {
    const style = styles.get(styleId);
    if (!style || left === 0) return;
    const { numberingId, level, basedOn } = style;
    if (numberingId === undefined)
      return basedOn === undefined ? undefined : numberingOfStyle(basedOn, left - 1);
    return { id: numberingId, level: Number(level ?? levelOfStyle(numberings, numberingId, styleId)) };
  };

  return parts.document
    .replace(/<w:pPrChange[ >][\s\S]*?<\/w:pPrChange>/g, '')
    .replace(/<w:pPr>([\s\S]*?)<\/w:pPr>/g, (properties: string, content: string) => {
      const own = valueIn(content, 'w:numId');
      const inherited = numberingOfStyle(valueIn(content, 'w:pStyle') ?? '');
      const id = own ?? inherited?.id;
      const level = Number(valueIn(content, 'w:ilvl') ?? inherited?.level ?? 0);
      const marker = id === undefined ? undefined : markerOf(id, level);
      return marker === undefined ? properties : properties + markerRun(marker, level + 1);
    });
};

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const markerRun = (marker: string, level: number) =>
  `<w:r><w:rPr><w:rStyle w:val="${markerStyle(level)}"/></w:rPr><w:t>${escapeXml(marker)}</w:t></w:r>`;
