import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, Plugin, PluginKey } from 'prosemirror-state';
import { nodeType } from './nodes.ts';
import { deleteSelectedPicture, moveFigure } from './picture-commands.ts';
import { schema } from './schema.ts';
import { nextCell, previousCell } from './table-commands.ts';
import { insertLineBreak, leaveCaption, setParagraph, toggleHeading } from './text-commands.ts';

const listItem = nodeType('list_item');

const marks = (keys: Record<string, string>): Record<string, Command> =>
  Object.fromEntries(
    Object.entries(keys).flatMap(([key, name]) => {
      const type = schema.marks[name];
      return type ? [[key, toggleMark(type)]] : [];
    }),
  );

/** Tab moves in tables and lists. Anywhere else, and after Escape, it leaves the editor. */
const tabKey = new PluginKey<boolean>('tab');

const unlessLeaving =
  (command: Command): Command =>
  (state, dispatch, view) =>
    !tabKey.getState(state) && command(state, dispatch, view);

const tabPlugin = (): Plugin =>
  new Plugin<boolean>({
    key: tabKey,
    state: {
      init: () => false,
      apply: (tr, leaves) => tr.getMeta(tabKey) ?? (tr.docChanged || tr.selectionSet ? false : leaves),
    },
    props: {
      handleDOMEvents: {
        keydown: ({ state, dispatch }, { key }) => {
          if (key === 'Escape') dispatch(state.tr.setMeta(tabKey, true));
          return false;
        },
        blur: ({ state, dispatch }) => {
          if (tabKey.getState(state)) dispatch(state.tr.setMeta(tabKey, false));
          return false;
        },
      },
    },
  });

/** The keys of the editor, those of links and the toolbar given. */
export const editorKeys = (given: Record<string, Command>): Plugin[] => [
  tabPlugin(),
  keymap({
    ...given,
    ...marks({ 'Mod-b': 'strong', 'Mod-i': 'em', 'Mod-,': 'sub', 'Mod-.': 'sup' }),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-Alt-0': setParagraph,
    'Mod-Alt-2': toggleHeading(2),
    'Mod-Alt-3': toggleHeading(3),
    'Mod-Alt-4': toggleHeading(4),
    'Alt-ArrowUp': moveFigure('up'),
    'Alt-ArrowDown': moveFigure('down'),
    Tab: unlessLeaving(chainCommands(nextCell, sinkListItem(listItem))),
    'Shift-Tab': unlessLeaving(chainCommands(previousCell, liftListItem(listItem))),
    Enter: chainCommands(leaveCaption, splitListItem(listItem)),
    'Shift-Enter': insertLineBreak,
    Backspace: chainCommands(undoInputRule, deleteSelectedPicture),
    Delete: deleteSelectedPicture,
  }),
  keymap(baseKeymap),
];
