import type { ReadonlySignal } from '@preact/signals';
import type { Image } from '../../../../shared/images/image.ts';

/** What an upload takes, in this order. */
export type UploadStep = 'prepare' | 'announce' | 'send' | 'complete';

/** `queued` waits for one of the few that run; `paused` waits for a time, for the network or for a sign-in; `failed` would begin again at a step. */
export type UploadPhase =
  | { is: 'queued'; step: UploadStep }
  | { is: 'running'; step: UploadStep }
  | { is: 'paused'; step: UploadStep; untilMs: number; for: 'network' | 'session' }
  | { is: 'done'; image: Image }
  | { is: 'failed'; sentence: string; step: UploadStep };

/** One file on its way to the library. */
export type Upload = {
  /** Of the upload; the image has an id of its own. */
  id: string;
  fileName: string;
  phase: UploadPhase;
  sentBytes: number;
  /** 0 until the file is prepared. */
  totalBytes: number;
  /** The announced image; null before. */
  imageId: string | null;
  formExpiresAtMs: number;
  /** Failed tries in a row. */
  failures: number;
};

/** Uploads of this page, in the order in which their files were added. */
export type UploadQueue = {
  uploads: ReadonlySignal<readonly Upload[]>;
  add(files: readonly File[]): Upload[];
  /** Starts a failed upload again. */
  retry(id: string): void;
  /** Ends an upload and removes it from the list; one that is done stays in the library. */
  cancel(id: string): void;
  /** The image of an upload. Rejects with the sentence of a failure, or when it is cancelled. */
  done(id: string): Promise<Image>;
  /** Ends all uploads, timers and listeners. */
  stop(): void;
};
