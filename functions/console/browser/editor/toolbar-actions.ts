import type { Signal } from '@preact/signals';
import type { EditorOptions } from './editor-types.ts';
import { type LinkRange, linkRange } from './link-commands.ts';
import { insertPicture, selectedPicture } from './picture-commands.ts';
import type { ToolbarActions } from './toolbar-items.tsx';

/** What the toolbar asks of the page. `link` opens the dialog of links. */
export const toolbarActions = (
  link: Signal<LinkRange | null>,
  { pickPicture, describePicture }: Pick<EditorOptions, 'pickPicture' | 'describePicture'>,
): ToolbarActions => ({
  editLink: (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false;
    if (dispatch) link.value = linkRange(state);
    return true;
  },
  choosePicture: (_, dispatch, view) => {
    if (!dispatch || !view) return true;
    void pickPicture().then((id) => {
      if (view.isDestroyed) return;
      if (id !== null) insertPicture(id)(view.state, view.dispatch);
      view.focus();
    });
    return true;
  },
  describePicture: (state, dispatch) => {
    const id = selectedPicture(state);
    if (id === null) return false;
    if (dispatch) describePicture(id);
    return true;
  },
});
