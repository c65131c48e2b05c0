import type { Image } from '../../shared/images/image.ts';

export const imageIdOf = (n: number) => `01kc00000000000000000000${String(n).padStart(2, '0')}`;

/** The nth image of a test: ready, and not described yet. */
export const anImage = (n: number, fields: Partial<Image> = {}): Image => ({
  id: imageIdOf(n),
  status: 'ready',
  fileName: 'anh.jpg',
  contentType: 'image/jpeg',
  alt: '',
  decorative: false,
  credit: '',
  width: 1600,
  height: 1200,
  variants: [240, 480, 960, 1600].flatMap((width) =>
    (['webp', 'jpeg'] as const).map((format) => ({
      url: `/images/${imageIdOf(n)}/${width}-0123456789.${format === 'webp' ? 'webp' : 'jpg'}`,
      type: `image/${format}` as const,
      width,
      height: (width * 3) / 4,
      bytes: 1000,
    })),
  ),
  createdAt: '2026-03-01T01:00:00.000Z',
  createdBy: 'lan.tran',
  ...fields,
});
