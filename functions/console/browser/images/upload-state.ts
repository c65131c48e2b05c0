import type { Image } from '../../../../shared/images/image.ts';
import type { Upload, UploadPhase, UploadStep } from './upload.ts';

type Uploads = readonly Upload[];

/** Uploads that run at the same time: a phone's memory and an office's line hold no more. */
export const maxRunning = 2;
/** Failed tries in a row, while the browser says that it is online, before an upload fails. With the pauses: five minutes. */
const maxFailures = 12;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** What a step came to. */
export type Outcome =
  | { step: 'prepare'; bytes: number }
  | { step: 'announce'; imageId: string; formExpiresAtMs: number }
  | { step: 'send' }
  | { step: 'complete'; image: Image }
  | { step: UploadStep; failure: Failure };

/**
 * `lost`: no answer, or one that may be another later. `signed-out`: until somebody signs in. `unsent`: the form expired, or the file did
 * not arrive. `stopped`: until somebody changes something and tries again. `refused`: this file, or its image, for good.
 */
export type Failure =
  | { is: 'lost' }
  | { is: 'signed-out' }
  | { is: 'unsent' }
  | { is: 'stopped'; sentence: string }
  | { is: 'refused'; sentence: string };

const tooLongWithoutNetwork = 'Không gửi được ảnh vì mạng chập chờn. Hãy kiểm tra kết nối rồi bấm “Thử lại”.';

export const newUpload = (id: string, fileName: string): Upload => ({
  id,
  fileName,
  phase: { is: 'queued', step: 'prepare' },
  sentBytes: 0,
  totalBytes: 0,
  imageId: null,
  formExpiresAtMs: 0,
  failures: 0,
});

const changed = (uploads: Uploads, id: string, change: (upload: Upload) => Upload): Uploads =>
  uploads.map((upload) => (upload.id === id ? change(upload) : upload));

/** Starts queued uploads, first come first served, until as many run as may. */
export const startQueued = (uploads: Uploads, nowMs: number): { uploads: Uploads; started: Upload[] } => {
  let free = maxRunning - uploads.filter(({ phase }) => phase.is === 'running').length;
  const started: Upload[] = [];
  const after = uploads.map((upload) => {
    if (upload.phase.is !== 'queued' || free <= 0) return upload;
    free -= 1;
    const running = withPhase(upload, { is: 'running', step: upload.phase.step }, nowMs);
    started.push(running);
    return running;
  });
  return { uploads: after, started };
};

/** A form that has expired is asked for anew before anything is sent. */
const withPhase = (upload: Upload, phase: UploadPhase, nowMs: number): Upload =>
  phase.is === 'running' && phase.step === 'send' && upload.formExpiresAtMs <= nowMs
    ? { ...upload, phase: { is: 'running', step: 'announce' } }
    : { ...upload, phase };

/** The upload after a step of it: at its next step, paused, done or failed. */
export const settle = (
  uploads: Uploads,
  id: string,
  outcome: Outcome,
  at: { nowMs: number; isOnline: boolean },
): Uploads =>
  changed(uploads, id, (upload) =>
    'failure' in outcome
      ? afterFailure(upload, outcome.step, outcome.failure, at)
      : afterSuccess(upload, outcome, at.nowMs),
  );

const afterSuccess = (
  upload: Upload,
  outcome: Exclude<Outcome, { failure: Failure }>,
  nowMs: number,
): Upload => {
  switch (outcome.step) {
    case 'prepare':
      return {
        ...upload,
        totalBytes: outcome.bytes,
        sentBytes: 0,
        phase: { is: 'running', step: 'announce' },
      };
    case 'announce': {
      const { imageId, formExpiresAtMs } = outcome;
      return withPhase({ ...upload, imageId, formExpiresAtMs }, { is: 'running', step: 'send' }, nowMs);
    }
    case 'send':
      return {
        ...upload,
        failures: 0,
        sentBytes: upload.totalBytes,
        phase: { is: 'running', step: 'complete' },
      };
    case 'complete':
      return { ...upload, phase: { is: 'done', image: outcome.image } };
  }
};

const afterFailure = (
  upload: Upload,
  step: UploadStep,
  failure: Failure,
  { nowMs, isOnline }: { nowMs: number; isOnline: boolean },
): Upload => {
  const failed = (sentence: string, again: UploadStep): Upload => ({
    ...upload,
    phase: { is: 'failed', sentence, step: again },
  });
  if (failure.is === 'refused') return failed(failure.sentence, 'prepare');
  if (failure.is === 'stopped') return failed(failure.sentence, step);
  const failures = upload.failures + (isOnline && failure.is !== 'signed-out' ? 1 : 0);
  if (failures > maxFailures) return failed(tooLongWithoutNetwork, step);
  const next = failure.is === 'unsent' ? 'announce' : step;
  return {
    ...upload,
    failures,
    sentBytes: next === 'complete' ? upload.sentBytes : 0,
    phase: {
      is: 'paused',
      step: next,
      untilMs: nowMs + pauseMs(failures),
      for: failure.is === 'signed-out' ? 'session' : 'network',
    },
  };
};

/** Doubles with each failure. */
const pauseMs = (failures: number) => Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1));

/** Queues the paused uploads whose time has come. */
export const wake = (uploads: Uploads, nowMs: number): Uploads =>
  uploads.map((upload) => {
    const { phase } = upload;
    return phase.is === 'paused' && phase.untilMs <= nowMs
      ? { ...upload, phase: { is: 'queued', step: phase.step } }
      : upload;
  });

/** Queues all paused uploads: the network is back. */
export const wakeAll = (uploads: Uploads): Uploads =>
  uploads.map((upload) =>
    upload.phase.is === 'paused'
      ? { ...upload, failures: 0, phase: { is: 'queued', step: upload.phase.step } }
      : upload,
  );

/** When the next paused upload goes on; null without one. */
export const nextWakeMs = (uploads: Uploads): number | null => {
  const times = uploads.flatMap(({ phase }) => (phase.is === 'paused' ? [phase.untilMs] : []));
  return times.length > 0 ? Math.min(...times) : null;
};

/**
 * Queues a failed upload again. After a refusal it begins with the file; else with the step that failed, so that an image whose
 * completion was not answered is completed, not uploaded twice.
 */
export const restart = (uploads: Uploads, id: string): Uploads =>
  changed(uploads, id, (upload) =>
    upload.phase.is === 'failed'
      ? { ...upload, failures: 0, phase: { is: 'queued', step: upload.phase.step } }
      : upload,
  );

export const progressed = (uploads: Uploads, id: string, sentBytes: number): Uploads =>
  changed(uploads, id, (upload) => ({ ...upload, sentBytes: Math.min(sentBytes, upload.totalBytes) }));

/** The images that can be taken over now, in the order of their files: one waits for those before it that still run, not for failed ones. */
export const takeDone = (uploads: Uploads): { images: Image[]; ids: string[] } => {
  const firstRunning = uploads.findIndex((upload) => !hasEnded(upload));
  const ended = firstRunning < 0 ? uploads : uploads.slice(0, firstRunning);
  const done = ended.flatMap(({ id, phase }) => (phase.is === 'done' ? [{ id, image: phase.image }] : []));
  return { images: done.map(({ image }) => image), ids: done.map(({ id }) => id) };
};

/** Whether an upload has ended, well or not. */
export const hasEnded = ({ phase }: Upload) => phase.is === 'done' || phase.is === 'failed';
