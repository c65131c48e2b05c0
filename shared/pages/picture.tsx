import { imagePath } from '../images/image.ts';
import { type Picture as PictureOf, srcSet } from '../images/picture.ts';

type Props = {
  picture: PictureOf;
  /** How wide it is shown, as `sizes` says it: https://html.spec.whatwg.org/#sizes-attributes */
  sizes: string;
  /** The first picture of a page is fetched at once, others when they come near. */
  isFirst?: boolean | undefined;
};

/** A picture in the size and format that the browser likes best. Its place is kept before it comes. */
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
