import { type ZipContent, zipFile } from './zip-file.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run of text; `properties` as in `<w:b/>`. */
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs, or of plain text; `properties` as in `<w:pStyle w:val="Heading1"/>`. */
export const paragraph = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A paragraph of a list, level from 0. */
export const listed = (text: string, numberingId: number, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numberingId}"/></w:numPr>`);

export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** The picture of a relationship. */
export const drawing = (relationship: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${relationship}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

export type DocxParts = {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  media?: Record<string, Buffer>;
  links?: Record<string, string>;
  more?: ZipContent[];
};

/** A Word file of the given parts. */
export const docxFile = ({
  body,
  numbering,
  styles,
  footnotes,
  media = {},
  links = {},
  more = [],
}: DocxParts) => {
  const relationships = [
    ['styles', 'styles.xml', ''],
    ['numbering', 'numbering.xml', ''],
    ['footnotes', 'footnotes.xml', ''],
    ...Object.keys(media).map((name) => ['image', `media/${name}`, '']),
    ...Object.values(links).map((href) => ['hyperlink', href, ' TargetMode="External"']),
  ].map(([type, target, mode]) => ({ type, target, mode }));
  const ids = ['styles', 'numbering', 'footnotes', ...Object.keys(media), ...Object.keys(links)];
  const part = (name: string, root: string, content: string): ZipContent => ({
    name,
    content: `${xml}<w:${root} ${namespaces}>${content}</w:${root}>`,
  });
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships
        .map(
          ({ type, target, mode }, index) =>
            `<Relationship Id="${ids[index]}" Type="${office}/${type}" Target="${target}"${mode}/>`,
        )
        .join('')}</Relationships>`,
    },
    part('word/document.xml', 'document', `<w:body>${body}</w:body>`),
    part('word/styles.xml', 'styles', styles ?? ''),
    part('word/numbering.xml', 'numbering', numbering ?? ''),
    part('word/footnotes.xml', 'footnotes', footnotes ?? ''),
    ...Object.entries(media).map(([name, content]) => ({ name: `word/media/${name}`, content })),
    ...more,
  ]);
};

/** A numbering definition of levels, each `[format, text]`. */
export const definition = (id: number, levels: readonly (readonly [string, string])[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;

/** A numbering of a definition; `restart` is where its first level begins anew. */
export const numberingOf = (id: number, definitionId: number, restart?: number) =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${restart === undefined ? '' : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${restart}"/></w:lvlOverride>`}</w:num>`;

/** A paragraph style by its id and the name that Word stores. */
export const style = (id: string, name: string, properties = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${properties}</w:pPr></w:style>`;
