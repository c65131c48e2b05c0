import { type ReadonlySignal, signal } from '@preact/signals';
import type { PortalClient } from '../../../../shared/api/client.ts';
import type { Image, uploadTypes } from '../../../../shared/images/image.ts';
import type { Upload, UploadQueue, UploadStep } from './upload.ts';
import { uploadFailure } from './upload-failure.ts';
import {
  hasEnded,
  newUpload,
  nextWakeMs,
  type Outcome,
  progressed,
  restart,
  settle,
  startQueued,
  wake,
  wakeAll,
} from './upload-state.ts';

/** A file as it is sent. */
export type PreparedFile = { blob: Blob; contentType: (typeof uploadTypes)[number] };
export type PresignedForm = { url: string; fields: Record<string, string> };

type Dependencies = {
  api: Pick<PortalClient, 'call'>;
  /** Posts a form with a file. Rejects with `UnsentForm`, and with the signal's reason when it aborts. */
  send: (
    form: PresignedForm,
    file: Blob,
    options: { onProgress: (sentBytes: number) => void; signal: AbortSignal },
  ) => Promise<void>;
  /** Makes of a chosen file what is sent. Rejects with `RefusedFile`. */
  prepare: (file: File) => Promise<PreparedFile>;
  clock: () => Date;
  /** Calls once after a time; returns how to take it back. */
  after: (ms: number, run: () => void) => () => void;
  network: { isOnline: () => boolean; onOnline: (run: () => void) => () => void };
  newId: () => string;
};

/** What an upload holds besides its state. */
type Work = { file: File; prepared?: PreparedFile; form?: PresignedForm; abort: AbortController };

/** Longer than the API's own limit of 30 seconds: what is not answered by then never is. */
const answerMs = 45_000;
/** S3 takes a form for ten minutes (`presignUpload`); a slow line needs some of them. */
const formMs = 8 * 60_000;

/**
 * Uploads pictures, few at a time and in order. A lost connection pauses an upload, which goes on by itself; a file that cannot become
 * a picture fails alone, with a sentence.
 */
export const createUploadQueue = (dependencies: Dependencies): UploadQueue => {
  const { api, send, prepare, clock, after, network, newId } = dependencies;
  const uploads = signal<readonly Upload[]>([]);
  const works = new Map<string, Work>();
  const waiters = new Map<string, { resolve: (image: Image) => void; reject: (error: Error) => void }[]>();
  let cancelTimer = () => {};

  const nowMs = () => clock().getTime();
  const find = (id: string) => uploads.value.find((upload) => upload.id === id);

  /** Sets the state, starts what may run, and tells who waits for an end. */
  const update = (next: readonly Upload[]) => {
    const { uploads: running, started } = startQueued(next, nowMs());
    uploads.value = running;
    for (const { id } of started) void run(id);
    cancelTimer();
    const wakeAtMs = nextWakeMs(running);
    if (wakeAtMs !== null)
      cancelTimer = after(wakeAtMs - nowMs(), () => update(wake(uploads.value, nowMs())));
    for (const upload of running.filter(hasEnded)) tellWaiters(upload);
  };

  const tellWaiters = ({ id, phase }: Upload) => {
    const told = waiters.get(id) ?? [];
    waiters.delete(id);
    for (const { resolve, reject } of told) {
      if (phase.is === 'done') resolve(phase.image);
      if (phase.is === 'failed') reject(new Error(phase.sentence));
    }
  };

  /** Takes a running upload from step to step, until it pauses or ends. */
  const run = async (id: string) => {
    for (let upload = find(id); upload?.phase.is === 'running'; upload = find(id)) {
      const work = works.get(id);
      if (!work) return;
      const outcome = await attempt(upload, upload.phase.step, work);
      if (works.get(id) !== work) {
        if ('imageId' in outcome) discardImage(outcome.imageId);
        return;
      }
      if (outcome.step === 'complete' && 'image' in outcome) works.delete(id);
      update(settle(uploads.value, id, outcome, { nowMs: nowMs(), isOnline: network.isOnline() }));
    }
  };

  /** Rejects when work takes too long. */
  const answered = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const cancel = after(answerMs, () => reject(new DOMException('No answer', 'TimeoutError')));
      work.then(resolve, reject).finally(cancel);
    });

  const attempt = async (upload: Upload, step: UploadStep, work: Work): Promise<Outcome> => {
    try {
      return await steps[step](upload, work);
    } catch (error) {
      return { step, failure: uploadFailure(error, step) };
    }
  };

  const steps: Record<UploadStep, (upload: Upload, work: Work) => Promise<Outcome>> = {
    async prepare(_, work) {
      work.prepared = await prepare(work.file);
      return { step: 'prepare', bytes: work.prepared.blob.size };
    },
    async announce({ fileName, imageId }, work) {
      if (imageId !== null) discardImage(imageId);
      const { blob, contentType } = preparedOf(work);
      const askedAtMs = nowMs();
      const { body } = await answered(
        api.call('POST /api/admin/images', { body: { fileName, contentType, bytes: blob.size } }),
      );
      work.form = body.upload;
      return { step: 'announce', imageId: body.id, formExpiresAtMs: askedAtMs + formMs };
    },
    async send({ id }, work) {
      if (!work.form) throw new Error('An upload is sent after it is announced');
      const onProgress = (sentBytes: number) => {
        uploads.value = progressed(uploads.value, id, sentBytes);
      };
      await send(work.form, preparedOf(work).blob, { onProgress, signal: work.abort.signal });
      return { step: 'send' };
    },
    async complete({ imageId }) {
      const path = { id: imageId ?? '' };
      const { body } = await answered(api.call('POST /api/admin/images/{id}/complete', { path, body: {} }));
      return { step: 'complete', image: body };
    },
  };

  /** Deletes an image that nothing will complete. One that remains waits for ever, and no list shows it. */
  const discardImage = (id: string) => {
    api.call('DELETE /api/admin/images/{id}', { path: { id } }).catch(() => {});
  };

  const stopListening = network.onOnline(() => update(wakeAll(uploads.value)));

  return {
    uploads: uploads as ReadonlySignal<readonly Upload[]>,
    add(files) {
      const added = files.map((file) => {
        const upload = newUpload(newId(), file.name);
        works.set(upload.id, { file, abort: new AbortController() });
        return upload;
      });
      update([...uploads.value, ...added]);
      return added;
    },
    retry: (id) => update(restart(uploads.value, id)),
    cancel(id) {
      const upload = find(id);
      works.get(id)?.abort.abort();
      works.delete(id);
      if (upload?.imageId && upload.phase.is !== 'done') discardImage(upload.imageId);
      for (const { reject } of waiters.get(id) ?? []) reject(new Error('Đã hủy tải ảnh.'));
      waiters.delete(id);
      update(uploads.value.filter((candidate) => candidate.id !== id));
    },
    done: (id) =>
      new Promise((resolve, reject) => {
        waiters.set(id, [...(waiters.get(id) ?? []), { resolve, reject }]);
        const upload = find(id);
        if (upload && hasEnded(upload)) tellWaiters(upload);
      }),
    stop() {
      cancelTimer();
      stopListening();
      for (const { abort } of works.values()) abort.abort();
      works.clear();
    },
  };
};

const preparedOf = ({ prepared }: Work): PreparedFile => {
  if (!prepared) throw new Error('A file is prepared before it is announced');
  return prepared;
};
