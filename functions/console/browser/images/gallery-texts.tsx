import { useRef } from 'preact/hooks';
import { isUndescribed } from '../../../../shared/images/image-filter.ts';
import { Field } from '../ui/field.tsx';
import { DescribedImage } from './describe-picture.tsx';
import { DescriptionFields } from './description-fields.tsx';
import type { GalleryItem } from './gallery-list.ts';
import { descriptionInWords } from './image-words.ts';
import { useImages } from './images-context.tsx';
import { Thumbnail } from './thumbnail.tsx';

type Props = { item: GalleryItem; index: number; onCaption: (caption: string) => void };

/** What is seen on the handle of a picture in a gallery. */
export const GalleryHandle = ({ item, index }: Pick<Props, 'item' | 'index'>) => {
  const image = useImages().get(item.image).value;
  const isKnown = image !== null && typeof image !== 'string';
  return (
    <>
      {isKnown ? <Thumbnail image={image} /> : <span aria-hidden="true">⠿</span>}
      <span class="position">{index + 1}</span>
    </>
  );
};

/** The caption of a picture in a gallery, and its description. */
export const GalleryTexts = ({ item, index, onCaption }: Props) => {
  const image = useImages().get(item.image).value;
  const isKnown = image !== null && typeof image !== 'string';
  // It stays open when the description is written.
  const wasUndescribed = useRef<boolean | null>(null);
  if (isKnown) wasUndescribed.current ??= isUndescribed(image);
  return (
    <>
      <Field label={`Chú thích ảnh ${index + 1}`}>
        {(ids) => (
          <input
            {...ids}
            maxLength={500}
            value={item.caption}
            onInput={({ currentTarget }) => onCaption(currentTarget.value)}
          />
        )}
      </Field>
      <details open={wasUndescribed.current ?? false}>
        <summary>
          Mô tả{isKnown && `: ${descriptionInWords(image)}`}
          {isKnown && isUndescribed(image) && <span class="badge">cần viết</span>}
        </summary>
        {isKnown ? <DescriptionFields image={image} /> : <DescribedImage imageId={item.image} />}
      </details>
    </>
  );
};
