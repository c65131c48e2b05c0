import { imagePath } from '../images/image.ts';
import { type Picture as PictureOf, srcSet } from '../images/picture.ts';

type Props = {
  picture: PictureOf;
  /** The width it is shown at, as a `sizes` attribute: https://html.spec.whatwg.org/#sizes-attributes */
  sizes: string;
  /** The first picture of a page loads at once, others lazily. */
  isFirst?: boolean | undefined;
};

/** A picture in every size and format, with its space reserved. */
export const Picture = ({ picture, sizes, isFirst = false }: Props) => (
  <picture>
    <source type="image/webp" srcset={srcSet(picture, 'webp')} sizes={sizes} />
    <img
      src={imagePath(picture.id)}
      srcset={srcSet(picture, 'jpg')}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      decoding="async"
      loading={isFirst ? undefined : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
    />
  </picture>
);
