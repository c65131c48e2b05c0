import { signal } from '@preact/signals';
import { render } from 'preact';
import { DocxDrop } from '../../../../../functions/console/browser/docx/docx-drop.tsx';
import { mountEditor } from '../../../../../functions/console/browser/editor/mount-editor.ts';
import { SettingsContext } from '../../../../../functions/console/browser/settings-context.ts';
import {
  createNotices,
  NoticeList,
  NoticesContext,
} from '../../../../../functions/console/browser/ui/notices.tsx';
import type { ConsoleSettings } from '../../../../../functions/console/settings.ts';

/** The title and the body of an article, and what takes Word files into them. */
const pictureId = '01kb0000000000000000000000';
const title = signal('');
const notices = createNotices();
const settings: ConsoleSettings = {
  loginOrigin: '',
  issuer: '',
  clientId: '',
  scope: '',
  uploadOrigin: '',
  files: { readerStyles: '', docxWorker: '/quan-tri/tep/docx-worker-test.js' },
};

const main = document.querySelector('main') as HTMLElement;
const host = document.createElement('div');
const controls = document.createElement('div');
main.append(controls, host);
const editor = mountEditor(host, {
  body: '',
  label: 'Nội dung',
  onChange: () => {},
  pickPicture: async () => null,
  addFiles: async (files) => files.map(() => pictureId),
  describePicture: () => {},
  onLeftOut: () => {},
  say: () => {},
});
Object.assign(globalThis, { editor, title });

const Page = () => (
  <SettingsContext.Provider value={settings}>
    <NoticesContext.Provider value={notices}>
      <h1>{title.value || 'Bài mới'}</h1>
      <DocxDrop
        editor={editor}
        title={title.value}
        onTitle={(next) => {
          title.value = next;
        }}
      />
      <NoticeList />
    </NoticesContext.Provider>
  </SettingsContext.Provider>
);
render(<Page />, controls);
