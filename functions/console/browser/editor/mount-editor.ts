import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { closeHistory, history } from 'prosemirror-history';
import { type Command, EditorState, Selection, type Transaction } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { createBodyReader } from './body-reader.ts';
import { EditorBottom, EditorTop } from './editor-frame.tsx';
import type { EditorHandle, EditorOptions } from './editor-types.ts';
import { typingRules } from './input-rules.ts';
import { insertPasted } from './insert-pasted.ts';
import { editorKeys } from './keys.ts';
import type { LinkRange } from './link-commands.ts';
import { parseBody, parseSlice } from './parse.ts';
import { pastePlugin } from './paste-plugin.ts';
import { pendingPictures } from './pending-pictures.ts';
import { pictureFilesPlugin } from './picture-files.ts';
import { pictureView } from './picture-view.ts';
import { toolbarActions } from './toolbar-actions.ts';
import { uploadPlaceholders } from './uploads.ts';

export type { EditorHandle, EditorOptions };

const keysInWords =
  'Alt+F10 đến thanh công cụ. Trong bảng và danh sách, phím Tab chuyển ô hoặc lùi mục; nhấn Esc rồi Tab để rời khung soạn.';

/** Beyond this size, in ProseMirror's positions, blocks that are out of sight are not laid out. */
const longBodySize = 50_000;

const addElement = (host: HTMLElement, name: string): HTMLElement => {
  const element = host.ownerDocument.createElement('div');
  element.className = `editor-${name}`;
  host.append(element);
  return element;
};

/** A function that runs once after the next frame, however often it is called before it. */
const oncePerFrame = (run: () => void): (() => void) => {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        isPlanned = false;
        run();
      }),
    );
  };
};

/** Mounts the editor of a body into an empty element. */
export const mountEditor = (host: HTMLElement, options: EditorOptions): EditorHandle => {
  const top = addElement(host, 'top');
  const text = addElement(host, 'text');
  const bottom = addElement(host, 'bottom');
  const help = addElement(host, 'help');
  help.id = `editor-help-${crypto.randomUUID()}`;
  help.hidden = true;
  help.textContent = keysInWords;
  host.classList.add('editor');

  const link = signal<LinkRange | null>(null);
  const actions = toolbarActions(link, options);
  const focusToolbar: Command = () => {
    const context = bottom.querySelector<HTMLElement>('button[tabindex="0"]');
    (context ?? top.querySelector<HTMLElement>('button[tabindex="0"]'))?.focus();
    return true;
  };
  const plugins = [
    ...editorKeys({ 'Mod-k': actions.editLink, 'Alt-F10': focusToolbar }),
    typingRules(),
    history(),
    pastePlugin(options),
    pictureFilesPlugin(options.addFiles),
    uploadPlaceholders(),
    pendingPictures(),
    dropCursor({ color: false, class: 'editor-drop-cursor', width: 2 }),
    gapCursor(),
    tableEditing({ allowTableNodeSelection: true }),
  ];
  const reader = createBodyReader();
  const state = signal(EditorState.create({ doc: parseBody(options.body, reader.written), plugins }));

  const view = new EditorView(text, {
    state: state.value,
    attributes: ({ doc }) => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': options.label,
      'aria-describedby': help.id,
      class: doc.content.size > longBodySize ? 'editor-body editor-body-long' : 'editor-body',
      // Browsers have no Vietnamese dictionary: every word would be underlined.
      spellcheck: 'false',
    }),
    nodeViews: { picture: pictureView(options.describePicture), image: pictureView(options.describePicture) },
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr));
      refreshToolbars();
      if (tr.docChanged) options.onChange();
    },
  });

  /** After the frame, so that a key is shown first. */
  const refreshToolbars = oncePerFrame(() => {
    state.value = view.state;
  });
  const focus = () => view.focus();
  const run = (command: Command) => {
    command(view.state, view.dispatch, view);
    if (link.peek() === null) focus();
  };
  render(h(EditorTop, { state, actions, link, run, focus }), top);
  render(h(EditorBottom, { state, actions, run, focus }), bottom);

  const inOneStep = (change: (tr: Transaction) => Transaction) => {
    view.dispatch(closeHistory(change(view.state.tr).scrollIntoView()));
    view.dispatch(closeHistory(view.state.tr));
  };
  return {
    body: () => reader.body(view.state.doc),
    setBody: (html) =>
      inOneStep((tr) => tr.replaceWith(0, tr.doc.content.size, parseBody(html, reader.written).content)),
    insertHtml: (html) => inOneStep((tr) => tr.replaceSelection(parseSlice(html))),
    insertContent: (content, isReplacing) => insertPasted(view, content, { ...options, isReplacing }),
    words: () => reader.words(view.state.doc),
    bytes: () => reader.bytes(view.state.doc),
    focus,
    scrollTo: (blockIndex) => {
      const pos = reader.positionOf(view.state.doc, blockIndex);
      view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(pos))).scrollIntoView());
      focus();
    },
    destroy: () => {
      render(null, top);
      render(null, bottom);
      view.destroy();
      host.replaceChildren();
    },
  };
};
