import { Plugin } from 'prosemirror-state';
import { cleanPastedHtml } from '../paste/clean-pasted-html.ts';
import { PortalSentence } from '../paste/portal-sentence.ts';
import type { EditorOptions } from './editor-types.ts';
import { insertPasted } from './insert-pasted.ts';
import { pictureFiles } from './picture-files.ts';

/** Marks what the editor itself put on the clipboard: https://prosemirror.net/docs/ref/#view.EditorView.serializeForClipboard */
const ownMark = 'data-pm-slice';

/** Cleans what other programs put on the clipboard before it is pasted, and says what was left out. */
export const pastePlugin = (options: Pick<EditorOptions, 'addFiles' | 'onLeftOut' | 'say'>): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => {
          const data = event.clipboardData;
          const html = data?.getData('text/html') ?? '';
          if (!data || html === '' || html.includes(ownMark) || pictureFiles(data).length > 0) return false;
          event.preventDefault();
          try {
            const cleaned = cleanPastedHtml({ html, rtf: data.getData('text/rtf') });
            const undo = insertPasted(view, cleaned, { ...options, isReplacing: false });
            if (cleaned.leftOut.length > 0) options.onLeftOut(cleaned.leftOut, undo);
            for (const warning of cleaned.warnings) options.say(warning);
          } catch (error) {
            if (!(error instanceof PortalSentence)) throw error;
            options.say(error.message);
          }
          return true;
        },
      },
    },
  });
