import { type Declarations, parseStyleSheet } from './declarations.ts';
import { elementsOf, mapElements, type PastedNode, textOf } from './pasted-tree.ts';

/** Gives each element what the document's own style sheets declare for its classes, below what it declares itself. */
export const applyStyleSheets = (nodes: readonly PastedNode[]): readonly PastedNode[] => {
  const sheets = Array.from(elementsOf(nodes)).filter(({ tag }) => tag === 'style');
  const rules = parseStyleSheet(sheets.map(({ children }) => textOf(children)).join('\n'));
  if (rules.size === 0) return nodes;
  return mapElements(nodes, (element) => {
    const classes = (element.attributes.class ?? '').split(/\s+/);
    const declared = classes.map((name) => rules.get(name)).filter((found) => found !== undefined);
    return [declared.length === 0 ? element : { ...element, style: merged([...declared, element.style]) }];
  });
};

const merged = (all: readonly Declarations[]): Declarations => new Map(all.flatMap((one) => [...one]));
