import { type DocxContent, readDocx } from '../../../../../functions/console/browser/docx/read-docx.ts';
import { cleanPastedHtml } from '../../../../../functions/console/browser/paste/clean-pasted-html.ts';
import { startWorker } from '../../../../../functions/console/browser/ui/trusted-types.ts';

/** Reads a file, or says why not; `hurry` makes the time limit shorter. */
const read = async (bytes: number[], hurry = 1): Promise<DocxContent | string> => {
  const file = new File([new Uint8Array(bytes)], 'a.docx');
  const timers = {
    set: (run: () => void, ms: number) => setTimeout(run, ms / hurry),
    clear: (timer: unknown) => clearTimeout(timer as number),
  };
  const start = () => startWorker('/quan-tri/tep/docx-worker-test.js');
  return readDocx(file, { startWorker: start, timers }).catch(
    (error: Error) => `${error.name}: ${error.message}`,
  );
};

Object.assign(globalThis, { read, cleanPastedHtml });
