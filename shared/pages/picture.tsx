import { fallbackUrl, type Picture as PictureOf, srcSet } from '../images/picture.ts';
import type { PicturePlace } from './picture-places.ts';

type Props = {
  picture: PictureOf;
  place: PicturePlace;
  /** The first picture of a page loads at once, others lazily. */
  isFirst?: boolean | undefined;
};

/** A picture in every size that its place may need, with its space reserved. Browsers without WebP get one JPEG. */
export const Picture = ({ picture, place: { sizes, widestFile }, isFirst = false }: Props) => (
  <picture>
    <source type="image/webp" srcset={srcSet(picture, widestFile)} sizes={sizes} />
    <img
      src={fallbackUrl(picture, widestFile)}
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      decoding="async"
      loading={isFirst ? undefined : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
    />
  </picture>
);
