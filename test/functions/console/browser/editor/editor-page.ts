import { mountEditor } from '../../../../../functions/console/browser/editor/mount-editor.ts';

/** What the page of the tests was asked and told. */
const calls = {
  changes: 0,
  described: [] as string[],
  files: [] as string[],
  leftOut: [] as { what: string; count: number }[],
  said: [] as string[],
};
/** How uploads go: a test can hold them and let them fail. */
const uploads = { ready: Promise.resolve(), areFailing: false };
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
    },
    pickPicture: async () => pictureId,
    addFiles: async (files) => {
      calls.files.push(...files.map(({ name }) => name));
      await uploads.ready;
      if (uploads.areFailing) throw new Error('No network');
      return files.map(() => pictureId);
    },
    describePicture: (id) => {
      calls.described.push(id);
    },
    onLeftOut: (leftOut, undo) => {
      calls.leftOut.push(...leftOut);
      Object.assign(globalThis, { undoPaste: undo });
    },
    say: (sentence) => {
      calls.said.push(sentence);
    },
  });
  Object.assign(globalThis, { editor });
};

Object.assign(globalThis, { mount, calls, uploads });
