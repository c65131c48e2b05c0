import { cleanToBlocks, toBody } from '../paste/clean-tree.ts';
import type { LeftOut } from '../paste/left-out.ts';
import { isGarbled, legacyFontWarning } from '../paste/legacy-fonts.ts';
import { textOf } from '../paste/pasted-tree.ts';
import { PortalSentence } from '../paste/portal-sentence.ts';
import type { PastedPicture } from '../paste/take-pictures.ts';
import { treeOfHtml } from '../paste/tree-of-html.ts';
import { administrativeParts } from './administrative-parts.ts';
import { asWordList } from './as-word-list.ts';
import { tooLarge, totalLimitBytes } from './assert-word-file.ts';
import type { ConvertedDocx } from './convert-docx.ts';
import type { DocxReply } from './docx-reply.ts';

/** A Word file as HTML for a body, in parts that are joined in this order; those it does not have are empty. */
export type DocxContent = {
  letterhead: string;
  heading: string;
  body: string;
  signature: string;
  /** The heading as a title for the article, or `''`. */
  title: string;
  pictures: PastedPicture[];
  leftOut: LeftOut[];
  warnings: string[];
};

type Timers = { set(run: () => void, ms: number): unknown; clear(timer: unknown): void };
type DocxDependencies = { startWorker: () => Worker; timers: Timers };

const timeLimitMs = 5000;
const damaged =
  'Không đọc được tệp Word này, có thể tệp đã hỏng. Hãy mở trong Word, lưu lại rồi thử lần nữa, hoặc chép và dán nội dung.';

/** Reads a Word file in a worker, which is ended after five seconds. Rejects with a PortalSentence for a file that cannot be used. */
export const readDocx = async (file: File, dependencies: DocxDependencies): Promise<DocxContent> => {
  if (file.size > totalLimitBytes) throw new PortalSentence(tooLarge);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new PortalSentence(
      'Trình duyệt không mở được tệp này. Nếu đó là thư mục, hãy mở thư mục và kéo từng tệp vào đây.',
    );
  });
  return toContent(await convert(dependencies, bytes));
};

const convert = ({ startWorker, timers }: DocxDependencies, file: ArrayBuffer) =>
  new Promise<ConvertedDocx>((resolve, reject) => {
    const worker = startWorker();
    let timer: unknown;
    const end = () => {
      timers.clear(timer);
      worker.terminate();
    };
    const refuse = (sentence: string) => {
      end();
      reject(new PortalSentence(sentence));
    };
    worker.addEventListener('error', () => refuse(damaged));
    worker.addEventListener('messageerror', () => refuse(damaged));
    worker.addEventListener('message', ({ data }: MessageEvent<DocxReply>) => {
      if ('isReady' in data) {
        // A slow line takes none of the file's time.
        timer = timers.set(() => refuse(tooLarge), timeLimitMs);
        worker.postMessage(file, [file]);
      } else if ('refusal' in data) refuse(data.refusal ?? damaged);
      else {
        end();
        resolve(data.converted);
      }
    });
  });

const toContent = ({ html, pictures, leftOut, namesLegacyFont }: ConvertedDocx): DocxContent => {
  const nodes = asWordList(treeOfHtml(html));
  const cleaned = cleanToBlocks(nodes);
  const { title, ...parts } = administrativeParts(cleaned.blocks);
  const garbled = namesLegacyFont && cleaned.blocks.some((block) => isGarbled(textOf([block])));
  return {
    letterhead: toBody(parts.letterhead),
    heading: toBody(parts.heading),
    body: toBody(parts.body),
    signature: toBody(parts.signature),
    title,
    pictures,
    leftOut: [...leftOut, ...cleaned.leftOut],
    warnings: garbled ? [legacyFontWarning] : [],
  };
};
