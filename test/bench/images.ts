import sharp from 'sharp';
import { adminClient } from '../../infra/demo/admin-api.ts';
import { uploadPicture } from '../../infra/demo/load-pictures.ts';
import { demoPictures, drawPicture } from '../../infra/demo/pictures.ts';
import type { Portal } from '../../infra/local/portal.ts';
import type { PortalClient } from '../../shared/api/client.ts';
import type { BenchSize } from './bench-size.ts';
import { median } from './median.ts';

const sampleMs = 5;
const comparedWidths = [240, 480, 960, 1600];

/** A JPEG: a drawing with the grain of a camera, neither flat nor pure noise. */
const photograph = async (width: number): Promise<Buffer> => {
  const height = (width * 3) / 4;
  const [scene] = Object.values(demoPictures);
  if (!scene) throw new Error('The demonstration has no picture.');
  const noise = { type: 'gaussian', mean: 128, sigma: 45 } as const;
  const grain = await sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .png()
    .toBuffer();
  return sharp(await drawPicture(scene))
    .resize({ width, height, fit: 'fill' })
    .composite([{ input: grain, blend: 'overlay' }])
    .jpeg({ quality: 90 })
    .toBuffer();
};

/** Decompression bombs: files that decode to much more than they weigh. */
const decompressionBombs = async () => ({
  '256 MP PNG': await sharp({
    create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png({ palette: true })
    .toBuffer(),
  '5,000-frame GIF': await sharp(Buffer.alloc(4 * 4 * 5000 * 3, 'abcdefg'), {
    raw: { width: 4, height: 4 * 5000, channels: 3, pageHeight: 4 },
  })
    .gif({ effort: 1 })
    .toBuffer(),
});

/** Prints the time and memory from a photograph's upload to its variants, the refusal of bombs, and AVIF next to WebP. */
export const benchImages = async (portal: Portal, size: BenchSize) => {
  const photo = await photograph(size.photographWidth);
  const client = adminClient(portal);
  await benchUpload(client, photo, size);
  await benchRefusals(client);
  await compareEncoders(photo, size);
};

const secondsOf = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const benchUpload = async (client: PortalClient, photo: Buffer, { uploads, photographWidth }: BenchSize) => {
  const times: number[] = [];
  const startBytes = process.memoryUsage().rss;
  let peakBytes = startBytes;
  const sampling = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
  }, sampleMs);
  let id = '';
  for (let n = 0; n < uploads; n += 1) {
    const upload = async () => {
      id = await uploadPicture(client, `bench-${n}.jpg`, 'Ảnh đo', photo);
    };
    times.push(await secondsOf(upload));
  }
  clearInterval(sampling);
  const grownMb = (peakBytes - startBytes) / 1_000_000;
  console.log(
    `Images: a photograph ${photographWidth} px wide, ${photo.length} B, uploaded and completed, median of ${uploads}`,
  );
  console.log(
    `  ${median(times).toFixed(2)} s; the memory of the whole runner grew by at most ${grownMb.toFixed(0)} MB`,
  );
  const { body: image } = await client.call('GET /api/admin/images/{id}', { path: { id } });
  for (const { type, width: pixels, bytes } of image.variants) {
    const percent = ((bytes / photo.length) * 100).toFixed(1);
    console.log(`${formatVariant(type, pixels, bytes)}  ${percent} % of the original`);
  }
};

const benchRefusals = async (client: PortalClient) => {
  for (const [name, file] of Object.entries(await decompressionBombs())) {
    const seconds = await secondsOf(() => uploadPicture(client, 'bomb.png', '', file).catch(() => undefined));
    console.log(`  refused: ${name}, ${file.length} B, in ${(seconds * 1000).toFixed(0)} ms with its upload`);
  }
};

/** Encodes the same pixels as AVIF, which the portal does not make, and as WebP. */
const compareEncoders = async (photo: Buffer, { photographWidth }: BenchSize) => {
  for (const pixels of comparedWidths.filter((compared) => compared <= photographWidth)) {
    const resized = await sharp(photo).resize({ width: pixels }).png().toBuffer();
    const encode = async (type: string, note: string, work: () => Promise<Buffer>) => {
      let bytes = 0;
      const seconds = await secondsOf(async () => {
        bytes = (await work()).length;
      });
      console.log(`${formatVariant(type, pixels, bytes)}  ${seconds.toFixed(2)} s (${note})`);
    };
    await encode('image/avif', 'not made: for comparison', () =>
      sharp(resized).avif({ quality: 55, effort: 2 }).toBuffer(),
    );
    await encode('image/webp', 'the same way', () => sharp(resized).webp({ quality: 74 }).toBuffer());
  }
};

const formatVariant = (type: string, pixels: number, bytes: number) =>
  `  ${type.padEnd(11)} ${String(pixels).padStart(5)} px  ${String(bytes).padStart(8)} B`;
