import type { Picture as PictureOf } from '../images/picture.ts';
import { Picture } from './picture.tsx';
import type { PicturePlace } from './picture-places.ts';

/** Patterns in the stylesheet. */
const patterns = 6;

type Props = { picture: PictureOf | null; tint: number; place: PicturePlace; isFirst?: boolean };

/**
 * The picture of an article beside its title, which describes it: so it is decorative. Behind it, and without one, is a pattern in the
 * category's tint.
 */
export const Thumbnail = ({ picture, tint, place, isFirst }: Props) => (
  <div class={`thumbnail tint-${tint % patterns}`} aria-hidden="true">
    {picture && <Picture picture={{ ...picture, alt: '' }} place={place} isFirst={isFirst} />}
  </div>
);
