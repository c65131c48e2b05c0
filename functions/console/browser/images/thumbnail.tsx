import { type Image, imagePath } from '../../../../shared/images/image.ts';

/** The smallest file of an image; its plain address until the files are known. */
const smallestUrl = ({ id, variants }: Image) => variants[0]?.url ?? imagePath(id);

/** A small view of an image beside its description, which says what it shows. */
export const Thumbnail = ({ image }: { image: Image }) => (
  <img
    class="thumbnail"
    src={smallestUrl(image)}
    alt=""
    width={160}
    height={120}
    loading="lazy"
    draggable={false}
    decoding="async"
  />
);
