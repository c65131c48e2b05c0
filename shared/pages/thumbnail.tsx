import type { Picture as PictureOf } from '../images/picture.ts';
import { Picture } from './picture.tsx';

/** Patterns that the stylesheet has. */
const patterns = 6;

type Props = { picture: PictureOf | null; tint: number; sizes: string; isFirst?: boolean };

/** An article's picture beside its title, which says it all: so the picture says nothing besides. Under it, and in its place, is a pattern in the category's tint. */
export const Thumbnail = ({ picture, tint, sizes, isFirst }: Props) => (
  <div class={`thumbnail tint-${tint % patterns}`} aria-hidden="true">
    {picture && <Picture picture={{ ...picture, alt: '' }} sizes={sizes} isFirst={isFirst} />}
  </div>
);
