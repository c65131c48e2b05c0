import { PortalSentence } from '../paste/portal-sentence.ts';
import { convertDocx } from './convert-docx.ts';
import type { DocxReply } from './docx-reply.ts';

/** Converts a Word file away from the page's thread: one file for each worker. */
self.addEventListener('message', async ({ data }: MessageEvent<ArrayBuffer>) => {
  try {
    reply({ converted: await convertDocx(data) });
  } catch (error) {
    reply({ refusal: error instanceof PortalSentence ? error.message : null });
  }
});

const reply = (reply: DocxReply) => self.postMessage(reply);

reply({ isReady: true });
