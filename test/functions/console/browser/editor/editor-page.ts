import { mountEditor } from '../../../../../functions/console/browser/editor/mount-editor.ts';

/** What the page of the tests was asked and told. */
const calls = { changes: 0, described: [] as string[], files: [] as string[] };
const pictureId = '01kb0000000000000000000000';

const main = document.querySelector('main') as HTMLElement;
const mount = (body: string) => {
  main.replaceChildren();
  const host = document.createElement('div');
  const after = document.createElement('button');
  after.textContent = 'Sau khung soạn';
  main.append(host, after);
  const editor = mountEditor(host, {
    body,
    label: 'Nội dung',
    onChange: () => {
      calls.changes += 1;
      // A form shows both at every change.
      editor.words();
      editor.bytes();
    },
    pickPicture: async () => pictureId,
    addFiles: async (files) => {
      calls.files.push(...files.map(({ name }) => name));
      return files.map(() => pictureId);
    },
    describePicture: (id) => {
      calls.described.push(id);
    },
    onLeftOut: () => {},
  });
  Object.assign(globalThis, { editor });
};

Object.assign(globalThis, { mount, calls });
