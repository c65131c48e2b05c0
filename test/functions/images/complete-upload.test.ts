import { expect, test } from 'vitest';
import { completeUpload } from '../../../functions/images/complete-upload.ts';
import { newActivity } from '../../../shared/activity/activity.ts';
import { PortalError } from '../../../shared/errors.ts';
import type { Image } from '../../../shared/images/image.ts';
import { anImage } from '../../support/image-fixture.ts';
import { photograph } from '../../support/picture-fixture.ts';

const waiting = anImage(1, { status: 'waiting', variants: [], width: 0, height: 0 });
const description = { alt: 'Bờ kè', decorative: false, credit: '' };
const photo = await photograph(600, 400).jpeg().toBuffer();

/** An in-memory bucket and table, one of whose calls fails. */
const fakes = (failsAt: number, original = photo) => {
  let calls = 0;
  let record: Image = waiting;
  const stored = new Map<string, Buffer>([['upload', original]]);
  const faulty = async <T>(work: () => T): Promise<T> => {
    calls += 1;
    if (calls === failsAt) throw new PortalError('unavailable', 'out');
    return work();
  };
  const files = {
    readUpload: () => faulty(() => stored.get('upload') ?? null),
    write: (key: string, { body }: { body: Buffer }) => faulty(() => void stored.set(key, body)),
    removeUpload: () => faulty(() => void stored.delete('upload')),
  };
  const images = {
    get: () => faulty(() => record),
    complete: (ready: Image) =>
      faulty(() => {
        if (record.status === 'ready') return false;
        record = ready;
        return true;
      }),
    remove: () => faulty(() => true),
  };
  const entry = (action: string) =>
    newActivity(
      { actor: { name: 'lan.tran', role: 'author' }, now: new Date(), newId: () => 'x' },
      { action, subject: { kind: 'image', id: record.id }, title: record.fileName },
    );
  const complete = completeUpload({ images, files });
  return { run: () => complete(record, description, entry), calls: () => calls, stored };
};

const successful = fakes(0);
await successful.run();

test.each(Array.from({ length: successful.calls() }, (_, n) => n + 1))(
  'completes an image again after call %i failed, with the same result',
  async (failsAt) => {
    const faulty = fakes(failsAt);
    await expect(faulty.run()).rejects.toMatchObject({ code: 'unavailable' });
    const again = await faulty.run();
    expect(again).toMatchObject({ status: 'ready', alt: 'Bờ kè', width: 600, height: 400 });
    for (const { url } of again.variants) expect(faulty.stored.has(url.slice(1))).toBe(true);
  },
);

test('deletes an upload that it converted', () => {
  expect(successful.stored.has('upload')).toBe(false);
});

test('deletes an upload that it refused', async () => {
  const refused = fakes(0, Buffer.from('no picture'));
  await expect(refused.run()).rejects.toMatchObject({ code: 'invalid_image' });
  expect(refused.stored.has('upload')).toBe(false);
});
