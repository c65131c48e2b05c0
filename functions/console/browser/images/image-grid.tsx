import { useRef, useState } from 'preact/hooks';
import type { Image } from '../../../../shared/images/image.ts';
import { isUndescribed } from '../../../../shared/images/image-filter.ts';
import { gridMove } from './grid-keys.ts';
import { descriptionInWords, nameOfImage } from './image-words.ts';
import { Thumbnail } from './thumbnail.tsx';

type Props = {
  images: readonly Image[];
  /** What the grid is, for who does not see it. */
  label: string;
  /** Ids of the chosen images; without it nothing can be chosen, only opened. */
  chosen?: readonly string[];
  onPick: (image: Image) => void;
};

/** The columns of a grid as it is laid out: how many of its cells stand as high as the first. */
const columnsOf = (cells: readonly HTMLElement[]) =>
  Math.max(1, cells.filter(({ offsetTop }) => offsetTop === cells[0]?.offsetTop).length);

/** Images as buttons, of which one is in the tab order; arrow keys move between them. */
export const ImageGrid = ({ images, label, chosen, onPick }: Props) => {
  const ref = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const inTabOrder = Math.min(current, images.length - 1);
  const move = (event: KeyboardEvent) => {
    const cells = [...(ref.current?.querySelectorAll('button') ?? [])];
    const to = gridMove(event.key, inTabOrder, { count: cells.length, columns: columnsOf(cells) });
    if (to === null) return;
    event.preventDefault();
    setCurrent(to);
    cells[to]?.focus();
  };
  return (
    <ul ref={ref} class="image-grid" aria-label={label} onKeyDown={move}>
      {images.map((image, index) => (
        <li key={image.id}>
          <button
            type="button"
            class="image-cell"
            aria-pressed={chosen?.includes(image.id)}
            tabIndex={index === inTabOrder ? 0 : -1}
            onFocus={() => setCurrent(index)}
            onClick={() => onPick(image)}
          >
            <Thumbnail image={image} />
            {isUndescribed(image) && <span class="badge">Chưa mô tả</span>}
            <span class="image-name">
              {isUndescribed(image) ? nameOfImage(image) : descriptionInWords(image)}
            </span>
            {image.credit && <span class="image-credit">{image.credit}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
};
