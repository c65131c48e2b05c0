import { GalleryField } from '../images/gallery-field.tsx';
import { PictureField } from '../images/picture-field.tsx';
import type { ArticleForm } from './article-form.ts';
import { fieldAttribute } from './place.ts';

/** The cover and the gallery of an article. */
export const PictureFields = ({ form }: { form: ArticleForm }) => {
  const { cover, gallery } = form.errors.value;
  return (
    <>
      <div {...fieldAttribute('cover')}>
        <PictureField
          purpose="ảnh đại diện"
          value={form.fields.cover.value}
          onChange={(image) => form.set('cover', image)}
        />
        {cover && <p class="error">{cover}</p>}
      </div>
      <div {...fieldAttribute('gallery')}>
        <GalleryField value={form.fields.gallery.value} onChange={(items) => form.set('gallery', items)} />
        {gallery && <p class="error">{gallery}</p>}
      </div>
    </>
  );
};
