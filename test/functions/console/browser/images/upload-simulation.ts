import { RefusedFile, UnsentForm } from '../../../../../functions/console/browser/images/upload-failure.ts';
import { createUploadQueue } from '../../../../../functions/console/browser/images/upload-queue.ts';
import { RefusedCall } from '../../../../../shared/api/client.ts';
import type { Image } from '../../../../../shared/images/image.ts';
import { anImage } from '../../../../support/image-fixture.ts';

/** What a call of the simulated network comes to. `unanswered`: it did its work, and the answer is lost; `silent`: and the line stays open. */
export type Fault = 'none' | 'unreachable' | 'unanswered' | 'silent' | 'busy' | 'expired';

export type Simulation = {
  /** One for each call, in order; then there are no faults. */
  faults: readonly Fault[];
  /** Moments at which the connection is lost, and for how long. */
  outages: readonly { atMs: number; ms: number }[];
};

/** Uploads files on a simulated network, server and clock, until nothing more happens. */
export const simulateUploads = ({ faults, outages }: Simulation) => {
  const timers = new Map<number, { atMs: number; run: () => void }>();
  let nowMs = 0;
  let timerId = 0;
  const after = (ms: number, run: () => void) => {
    timerId += 1;
    const id = timerId;
    timers.set(id, { atMs: nowMs + Math.max(0, ms), run });
    return () => void timers.delete(id);
  };
  const delay = (ms: number) => new Promise<void>((resolve) => after(ms, resolve));

  const isDown = () => outages.some(({ atMs, ms }) => atMs <= nowMs && nowMs < atMs + ms);
  const onlineListeners = new Set<() => void>();
  for (const { atMs, ms } of outages)
    after(atMs + ms, () => {
      for (const run of onlineListeners) run();
    });

  let calls = 0;
  let active = 0;
  let maxActive = 0;
  const images = new Map<string, { fileName: string; isSent: boolean; isReady: boolean }>();

  const call = async <T>(what: string, work: () => T): Promise<T> => {
    const fault = faults[calls] ?? 'none';
    calls += 1;
    active += 1;
    maxActive = Math.max(maxActive, active);
    try {
      await delay(200);
      if (isDown() || fault === 'unreachable')
        throw what === 'send' ? new UnsentForm(null) : new TypeError('Failed to fetch');
      if (fault === 'busy') throw what === 'send' ? new UnsentForm(503) : new RefusedCall(what, 503, {});
      if (fault === 'expired' && what === 'send') throw new UnsentForm(403);
      const result = work();
      if (fault === 'silent' && what !== 'send') {
        active -= 1;
        await new Promise<never>(() => {});
      }
      if (fault === 'unanswered')
        throw what === 'send' ? new UnsentForm(null) : new TypeError('Failed to fetch');
      return result;
    } finally {
      active -= 1;
    }
  };

  const complete = (id: string): Image => {
    const image = images.get(id);
    if (!image) throw new RefusedCall('complete', 404, { title: 'Không tìm thấy' });
    if (!image.isSent) throw new RefusedCall('complete', 409, { code: 'wrong_state' });
    if (image.fileName.startsWith('damaged')) {
      images.delete(id);
      throw new RefusedCall('complete', 422, {
        code: 'invalid_image',
        detail: 'Tệp ảnh bị hỏng hoặc thiếu dữ liệu.',
      });
    }
    image.isReady = true;
    return anImage(1, { id, fileName: image.fileName });
  };

  const api = {
    call: async (
      route: string,
      { path, body }: { path?: { id: string }; body?: { fileName: string } } = {},
    ) => {
      if (route.startsWith('DELETE')) {
        images.delete(path?.id ?? '');
        return { status: 204, body: null, version: null };
      }
      if (route.endsWith('/complete'))
        return { status: 200, version: null, body: await call('complete', () => complete(path?.id ?? '')) };
      const answer = await call('announce', () => {
        const id = `image-${images.size}-${calls}-${nowMs}-${body?.fileName}`;
        images.set(id, { fileName: body?.fileName ?? '', isSent: false, isReady: false });
        return { id, upload: { url: 'https://bucket.example', fields: { key: id } } };
      });
      return { status: 201, version: null, body: answer };
    },
  } as unknown as Parameters<typeof createUploadQueue>[0]['api'];

  let uploadId = 0;
  const queue = createUploadQueue({
    api,
    send: async ({ fields }, file, { onProgress }) => {
      onProgress(1);
      await call('send', () => {
        onProgress(file.size);
        const image = images.get(fields.key ?? '');
        if (image) image.isSent = true;
      });
    },
    prepare: async (file) => {
      await delay(50);
      if (file.name.startsWith('refused')) throw new RefusedFile('Tệp này không phải ảnh.');
      return { blob: file, contentType: 'image/jpeg' };
    },
    clock: () => new Date(nowMs),
    after,
    network: {
      isOnline: () => !isDown(),
      onOnline: (run) => {
        onlineListeners.add(run);
        return () => void onlineListeners.delete(run);
      },
    },
    newId: () => {
      uploadId += 1;
      return `upload-${uploadId}`;
    },
  });

  /** Lets time pass until no timer is left. */
  const settled = async () => {
    for (let steps = 0; steps < 20_000; steps += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      const [next] = [...timers].toSorted(([, a], [, b]) => a.atMs - b.atMs);
      if (!next) return;
      timers.delete(next[0]);
      nowMs = Math.max(nowMs, next[1].atMs);
      next[1].run();
    }
    throw new Error('The uploads never come to an end');
  };

  return {
    queue,
    settled,
    /** Does something at a moment. */
    at: (ms: number, run: () => void) => void after(ms - nowMs, run),
    maxActive: () => maxActive,
    /** File names of the images in the library, ready or not. */
    library: () => [...images.values()],
  };
};

export const aFile = (name: string) => new File(['a picture'], name, { type: 'image/jpeg' });
