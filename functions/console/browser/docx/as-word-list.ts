import { isElement, mapElements, type PastedElement, type PastedNode } from '../paste/pasted-tree.ts';

const markerLevel = /^list-marker-(\d)$/;

/** Gives paragraphs that begin with a drawn marker the form in which Word pastes lists, so that one set of rules holds for both. */
export const asWordList = (nodes: readonly PastedNode[]): PastedNode[] =>
  mapElements(nodes, (element) => {
    const [first, ...rest] = element.children;
    const level = isElement(first) && markerLevel.exec(first.attributes.class ?? '')?.[1];
    if (!isElement(first) || !level || !/^(?:p|h\d)$/.test(element.tag)) return [element];
    return [
      declare(element, 'mso-list', `l0 level${level} lfo1`, [
        declare(first, 'mso-list', 'Ignore', first.children),
        ...rest,
      ]),
    ];
  });

const declare = (
  element: PastedElement,
  property: string,
  value: string,
  children: readonly PastedNode[],
): PastedElement => ({ ...element, style: new Map([...element.style, [property, value]]), children });
