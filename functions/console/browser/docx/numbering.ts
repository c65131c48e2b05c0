import { numberInStyle } from '../paste/list-marker.ts';

/** A level of a numbering definition: how Word draws its markers. */
type Level = { start: number; format: string; text: string; paragraphStyle: string | undefined };
type Definition = { id: string; levels: ReadonlyMap<number, Level> };
type Numbering = { definition: Definition; startOverrides: ReadonlyMap<number, number> };

/** The numberings of a Word file by their ids (`w:numId`). */
export type Numberings = ReadonlyMap<string, Numbering>;

/** The value of the first element of a name in XML: `w:start` in `<w:start w:val="1"/>`. */
export const valueIn = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element} [^>]*?w:val="([^"]*)"`).exec(xml)?.[1];

const attribute = (xml: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1];

/** The elements of a name in XML, which have no others of that name in them. */
export const elementsNamed = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, 'g')) ?? [];

const unescaped: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decode = (text: string) => text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name) => unescaped[name] ?? '');

/** Reads `word/numbering.xml`: ECMA-376 part 1, 17.9. */
export const readNumberings = (xml: string): Numberings => {
  const definitions = new Map(
    elementsNamed(xml, 'w:abstractNum').map((definition) => {
      const id = attribute(definition, 'w:abstractNumId') ?? '';
      const levels = elementsNamed(definition, 'w:lvl').map((level): [number, Level] => [
        Number(attribute(level, 'w:ilvl') ?? 0),
        {
          start: Number(valueIn(level, 'w:start') ?? 1),
          format: valueIn(level, 'w:numFmt') ?? 'decimal',
          text: decode(valueIn(level, 'w:lvlText') ?? ''),
          paragraphStyle: valueIn(level, 'w:pStyle'),
        },
      ]);
      return [id, { id, levels: new Map(levels) }];
    }),
  );
  return new Map(
    elementsNamed(xml, 'w:num').flatMap((numbering): [string, Numbering][] => {
      const definition = definitions.get(valueIn(numbering, 'w:abstractNumId') ?? '');
      const overrides = elementsNamed(numbering, 'w:lvlOverride').flatMap((override): [number, number][] => {
        const start = valueIn(override, 'w:startOverride');
        return start === undefined ? [] : [[Number(attribute(override, 'w:ilvl') ?? 0), Number(start)]];
      });
      const id = attribute(numbering, 'w:numId');
      return definition && id !== undefined ? [[id, { definition, startOverrides: new Map(overrides) }]] : [];
    }),
  );
};

/** The level that a paragraph style has in a numbering; the first one when it names none. */
export const levelOfStyle = (numberings: Numberings, numberingId: string, styleId: string): number =>
  Array.from(numberings.get(numberingId)?.definition.levels ?? []).find(
    ([, { paragraphStyle }]) => paragraphStyle === styleId,
  )?.[0] ?? 0;

const listStyles: Record<string, string> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/**
 * Counts paragraphs as Word does: numberings of one definition go on counting together, a start override begins anew at its first
 * use, and a paragraph resets the levels below it. Returns the marker that Word draws, `undefined` for none.
 */
export const createMarkerCounter = (numberings: Numberings) => {
  const counts = new Map<string, number[]>();
  const started = new Set<string>();
  return (numberingId: string, level: number): string | undefined => {
    const numbering = numberings.get(numberingId);
    const shape = numbering?.definition.levels.get(level);
    if (!numbering || !shape) return;
    if (shape.format === 'bullet') return '•';
    const { definition, startOverrides } = numbering;
    const before = counts.get(definition.id) ?? [];
    const override = startOverrides.get(level);
    const isFirstUse = override !== undefined && !started.has(`${numberingId} ${level}`);
    started.add(`${numberingId} ${level}`);
    const counted = before.slice(0, level + 1);
    const previous = counted[level];
    counted[level] = isFirstUse ? override : previous === undefined ? shape.start : previous + 1;
    counts.set(definition.id, counted);
    const marker = shape.text.replace(/%([1-9])/g, (_, digit) => {
      const { start = 1, format = 'decimal' } = definition.levels.get(digit - 1) ?? {};
      const number = counted[digit - 1] ?? start;
      return numberInStyle(number, listStyles[format] ?? '') ?? String(number);
    });
    return marker.trim() === '' ? undefined : marker.trim();
  };
};
