import { UnsentForm } from './upload-failure.ts';
import type { PresignedForm } from './upload-queue.ts';

/** Milliseconds without any progress after which a request is taken for dead. */
const stallMs = 60_000;

type Options = { onProgress: (sentBytes: number) => void; signal: AbortSignal };

/**
 * Posts a presigned form with a file, which must be its last field. By XMLHttpRequest: `fetch` reports no progress of what it sends.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html
 */
export const sendForm = (
  { url, fields }: PresignedForm,
  file: Blob,
  { onProgress, signal }: Options,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);

    const request = new XMLHttpRequest();
    let stalled = setTimeout(() => request.abort(), stallMs);
    request.upload.addEventListener('progress', ({ loaded }) => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), stallMs);
      onProgress(loaded);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(stalled);
      // No status: no answer, or the page may not read it.
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new UnsentForm(request.status || null));
    });
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', url);
    request.send(form);
  });
