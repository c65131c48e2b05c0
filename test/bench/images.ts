import sharp from 'sharp';
import { uploadPicture } from '../../infra/demo/load-pictures.ts';
import { officeApi } from '../../infra/demo/office-api.ts';
import { demoPictures, drawPicture } from '../../infra/demo/pictures.ts';
import type { Portal } from '../../infra/local/portal.ts';
import type { Image } from '../../shared/images/image.ts';
import { median } from './median.ts';

const repeats = 5;
const width = 4000;
const height = 3000;

/** A drawing with a camera's grain: 12 million pixels, neither flat nor noise. */
const photograph = async (): Promise<Buffer> => {
  const [scene] = Object.values(demoPictures);
  if (!scene) throw new Error('The demonstration has a picture');
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

/** Files that claim far more pixels than they weigh. */
const bombs = async () => ({
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

/** Measures a 12 MP photograph from upload to all variants, and what AVIF would take and save. */
export const benchImages = async (portal: Portal) => {
  const photo = await photograph();
  const api = officeApi(portal);
  const secondsOf = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return (performance.now() - start) / 1000;
  };
  const times: number[] = [];
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  let id = '';
  for (let n = 0; n < repeats; n += 1) {
    times.push(
      await secondsOf(async () => {
        id = await uploadPicture(api, `bench-${n}.jpg`, 'Ảnh đo', photo);
      }),
    );
  }
  clearInterval(sampling);
  const growthMb = (peak - before) / 1_000_000;
  console.log(
    `Images: a photograph of 12 MP, ${photo.length} B, uploaded and completed, median of ${repeats}`,
  );
  console.log(
    `  ${median(times).toFixed(2)} s; the memory of the whole runner rose by at most ${growthMb.toFixed(0)} MB`,
  );
  const { variants } = (await api.call<Image>(`/images/${id}`)).body;
  for (const { type, width: wide, bytes } of variants) {
    const percent = ((bytes / photo.length) * 100).toFixed(1);
    console.log(
      `  ${type.padEnd(11)} ${String(wide).padStart(5)} px  ${String(bytes).padStart(8)} B  ${percent} % of the original`,
    );
  }
  for (const [name, file] of Object.entries(await bombs())) {
    const seconds = await secondsOf(() => uploadPicture(api, 'bomb.png', '', file).catch(() => undefined));
    console.log(`  refused: ${name}, ${file.length} B, in ${(seconds * 1000).toFixed(0)} ms with its upload`);
  }
  for (const wide of [480, 960, 1600]) {
    const resized = await sharp(photo).resize({ width: wide }).png().toBuffer();
    let bytes = 0;
    const seconds = await secondsOf(async () => {
      bytes = (await sharp(resized).avif({ quality: 55, effort: 2 }).toBuffer()).length;
    });
    console.log(
      `  image/avif  ${String(wide).padStart(5)} px  ${String(bytes).padStart(8)} B  ${seconds.toFixed(2)} s (not made: for comparison)`,
    );
    let webpBytes = 0;
    const webpSeconds = await secondsOf(async () => {
      webpBytes = (await sharp(resized).webp({ quality: 74 }).toBuffer()).length;
    });
    console.log(
      `  image/webp  ${String(wide).padStart(5)} px  ${String(webpBytes).padStart(8)} B  ${webpSeconds.toFixed(2)} s (the same way)`,
    );
  }
};
