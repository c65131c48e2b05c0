import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Command, EditorState } from 'prosemirror-state';
import { type LinkRange, removeLink, setLink } from './link-commands.ts';
import { LinkDialog } from './link-dialog.tsx';
import { Toolbar } from './toolbar.tsx';
import { contextItems, type ToolbarActions, textGroups } from './toolbar-items.tsx';

type Props = {
  state: ReadonlySignal<EditorState>;
  actions: ToolbarActions;
  /** What the link dialog is about; null while it is closed. */
  link: Signal<LinkRange | null>;
  run: (command: Command) => void;
  focus: () => void;
};

/** The toolbar above the text, and the dialog of links. */
export const EditorTop = ({ state, actions, link, run, focus }: Props) => {
  const range = link.value;
  const finish = (command: Command) => {
    link.value = null;
    run(command);
  };
  return (
    <>
      <Toolbar label="Định dạng" groups={textGroups(actions)} state={state} run={run} onLeave={focus} />
      <LinkDialog
        range={range}
        origin={location.origin}
        onLink={(href, text) => range && finish(setLink(range, href, text))}
        onRemove={() => range && finish(removeLink(range))}
        onClose={() => {
          link.value = null;
        }}
      />
    </>
  );
};

/** Below the text, so that it does not move: the toolbar for the table or picture of the selection. */
export const EditorBottom = ({ state, actions, run, focus }: Omit<Props, 'link'>) => {
  const context = contextItems(state.value, actions);
  return (
    context && (
      <Toolbar
        key={context.label}
        label={context.label}
        groups={[context.items]}
        state={state}
        run={run}
        onLeave={focus}
      />
    )
  );
};
