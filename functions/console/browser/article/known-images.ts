import type { Image } from '../../../../shared/images/image.ts';
import type { ImageCache, KnownImage } from '../images/image-cache.ts';
import type { PictureState } from './picture-findings.ts';

export type KnownImages = ReadonlyMap<string, KnownImage>;

/** The images of an article as this page knows them now; a component that calls it is rendered again when one comes. */
export const knownImages = (cache: Pick<ImageCache, 'get'>, ids: readonly string[]): KnownImages =>
  new Map(ids.map((id) => [id, cache.get(id).value]));

const isImage = (known: KnownImage): known is Image => typeof known === 'object' && known !== null;

/** The images that can be shown. */
export const shownImages = (known: KnownImages): Image[] =>
  [...known.values()].filter(isImage).filter(({ status }) => status === 'ready');

/** Whether each image that is known can be published. */
export const pictureStates = (known: KnownImages): ReadonlyMap<string, PictureState> =>
  new Map(
    Array.from(known, ([id, image]) => [id, stateOf(image)] as const).filter(
      (entry): entry is [string, PictureState] => entry[1] !== null,
    ),
  );

const stateOf = (known: KnownImage): PictureState | null => {
  if (known === 'missing') return 'missing';
  if (!isImage(known)) return null;
  if (known.status !== 'ready') return 'missing';
  return known.alt !== '' || known.decorative ? 'described' : 'undescribed';
};
