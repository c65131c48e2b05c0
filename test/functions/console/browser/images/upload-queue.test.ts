import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Upload } from '../../../../../functions/console/browser/images/upload.ts';
import {
  hasEnded,
  maxRunning,
  newUpload,
  takeDone,
} from '../../../../../functions/console/browser/images/upload-state.ts';
import { anImage } from '../../../../support/image-fixture.ts';
import { aFile, type Fault, simulateUploads } from './upload-simulation.ts';

test('hands images over in the order of their files: past those that failed, not past those that run', () => {
  const uploads = ['done', 'failed', 'done', 'running', 'done'].map((is, n) => {
    const phase = { is, step: 'send', sentence: 'Hỏng.', image: anImage(n) } as Upload['phase'];
    return { ...newUpload(String(n), `${n}.jpg`), phase };
  });
  expect(takeDone(uploads)).toEqual({ images: [anImage(0), anImage(2)], ids: ['0', '2'] });
  expect(takeDone(uploads.toSpliced(3, 1)).ids).toEqual(['0', '2', '4']);
});

const quiet = { faults: [], outages: [] };

const faults = fc.array(
  fc.constantFrom<Fault>('none', 'none', 'unreachable', 'unanswered', 'silent', 'busy', 'expired'),
  {
    maxLength: 40,
  },
);
const outages = fc.array(fc.record({ atMs: fc.nat(60_000), ms: fc.nat(120_000) }), { maxLength: 3 });
const names = fc.array(fc.constantFrom('photo', 'photo', 'photo', 'damaged', 'refused'), {
  minLength: 1,
  maxLength: 12,
});

test('ends every upload, in order, each file at most once in the library, whatever the network does', async () => {
  await fc.assert(
    fc.asyncProperty(names, faults, outages, async (kinds, someFaults, someOutages) => {
      const { queue, settled, maxActive, library } = simulateUploads({
        faults: someFaults,
        outages: someOutages,
      });
      const files = kinds.map((kind, index) => aFile(`${kind}-${index}.jpg`));
      queue.add(files);
      await settled();
      const first = queue.uploads.value;
      expect(first.every(hasEnded)).toBe(true);
      expect(first.map(({ fileName }) => fileName)).toEqual(files.map(({ name }) => name));
      for (const { phase } of first) if (phase.is === 'failed') expect(phase.sentence).toMatch(/\.$/);

      for (const { id } of first) queue.retry(id);
      await settled();
      for (const { fileName, phase } of queue.uploads.value) {
        expect([fileName, phase.is]).toEqual([fileName, fileName.startsWith('photo') ? 'done' : 'failed']);
      }
      const ready = library()
        .filter(({ isReady }) => isReady)
        .map(({ fileName }) => fileName);
      expect(ready.toSorted()).toEqual(
        files
          .map(({ name }) => name)
          .filter((name) => name.startsWith('photo'))
          .toSorted(),
      );
      expect(maxActive()).toBeLessThanOrEqual(maxRunning);
      queue.stop();
    }),
    { numRuns: 150 },
  );
});

test('uploads 60 pictures, of which one is damaged: the others go on', async () => {
  const { queue, settled } = simulateUploads(quiet);
  const added = queue.add(Array.from({ length: 60 }, (_, n) => aFile(n === 20 ? 'damaged.jpg' : `${n}.jpg`)));
  await settled();
  const failed = queue.uploads.value.filter(({ phase }) => phase.is === 'failed');
  expect(failed.map(({ fileName }) => fileName)).toEqual(['damaged.jpg']);
  await expect(queue.done(added[20]?.id ?? '')).rejects.toThrow('Tệp ảnh bị hỏng');
  expect((await queue.done(added[59]?.id ?? '')).fileName).toBe('59.jpg');
});

test('waits for a network that is away for an hour, and goes on by itself', async () => {
  const { queue, settled } = simulateUploads({ faults: [], outages: [{ atMs: 300, ms: 3_600_000 }] });
  queue.add([aFile('a.jpg'), aFile('b.jpg')]);
  await settled();
  expect(queue.uploads.value.map(({ phase }) => phase.is)).toEqual(['done', 'done']);
});

test('gives up on a network that only says that it is there, and can be told to try again', async () => {
  const { queue, settled, library } = simulateUploads({
    faults: Array.from({ length: 13 }, () => 'unreachable'),
    outages: [],
  });
  const [upload] = queue.add([aFile('a.jpg')]);
  await settled();
  expect(queue.uploads.value[0]?.phase).toMatchObject({
    is: 'failed',
    sentence: expect.stringContaining('Thử lại'),
  });
  queue.retry(upload?.id ?? '');
  await settled();
  expect(library()).toEqual([{ fileName: 'a.jpg', isSent: true, isReady: true }]);
});

test('asks for a new form when the first has expired, and leaves no unfinished image behind', async () => {
  const { queue, settled, library } = simulateUploads({ faults: ['none', 'expired'], outages: [] });
  queue.add([aFile('a.jpg')]);
  await settled();
  expect(library()).toEqual([{ fileName: 'a.jpg', isSent: true, isReady: true }]);
});

test('asks for a new form after an outage that is longer than the form lives', async () => {
  const { queue, settled, library } = simulateUploads({
    faults: [],
    outages: [{ atMs: 300, ms: 3_600_000 }],
  });
  queue.add([aFile('a.jpg')]);
  await settled();
  expect(library()).toHaveLength(1);
});

test('discards an image that is announced after its upload was cancelled', async () => {
  const { queue, settled, library, at } = simulateUploads(quiet);
  const [upload] = queue.add([aFile('a.jpg')]);
  const steps: unknown[] = [];
  at(150, () => {
    steps.push(queue.uploads.value[0]?.phase);
    queue.cancel(upload?.id ?? '');
  });
  await settled();
  expect(steps).toEqual([{ is: 'running', step: 'announce' }]);
  expect(library()).toEqual([]);
});

test('cancels an upload: it leaves the list and the library, and the next one begins', async () => {
  const { queue, settled, library } = simulateUploads(quiet);
  const [first, second, third] = queue.add([aFile('a.jpg'), aFile('b.jpg'), aFile('c.jpg')]);
  const cancelled = queue.done(first?.id ?? '');
  queue.cancel(first?.id ?? '');
  await expect(cancelled).rejects.toThrow('Đã hủy');
  await settled();
  expect(queue.uploads.value.map(({ id }) => id)).toEqual([second?.id, third?.id]);
  expect(
    library()
      .filter(({ isReady }) => isReady)
      .map(({ fileName }) => fileName),
  ).toEqual(['b.jpg', 'c.jpg']);
});
