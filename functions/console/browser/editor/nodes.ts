import type { Node, NodeType } from 'prosemirror-model';
import { type EditorState, NodeSelection } from 'prosemirror-state';
import { schema } from './schema.ts';

/** A node type of the schema. Throws for a name that it does not have. */
export const nodeType = (name: string): NodeType => {
  const type = schema.nodes[name];
  if (!type) throw new Error(`No node type: ${name}`);
  return type;
};

/** A node with the position before it. */
export type Found = { node: Node; pos: number };

/** The innermost node of one of the types that holds the selection, or is selected. */
export const enclosing = ({ selection }: EditorState, ...names: string[]): Found | null => {
  if (selection instanceof NodeSelection && names.includes(selection.node.type.name)) {
    return { node: selection.node, pos: selection.from };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (names.includes(node.type.name)) return { node, pos: $from.before(depth) };
  }
  return null;
};
