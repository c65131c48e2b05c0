import { renderToString } from 'preact-render-to-string';
import { bodyImage } from '../articles/article-images.ts';
import type { LiveArticle } from '../articles/live-article.ts';
import { largestFile } from '../images/picture.ts';
import { GalleryTiles } from './article-parts.tsx';
import { Picture } from './picture.tsx';
import { columnPlace } from './picture-places.ts';
import { Script } from './script.tsx';
import { galleryScript } from './scripts.ts';

/** The body with every size and format of its images. An unknown image stays as it was written: its plain address is a picture too. */
export const bodyWithPictures = ({ body, pictures }: LiveArticle): string => {
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return body.replace(bodyImage, (written, id: string) => {
    const picture = byId.get(id);
    return picture ? renderToString(<Picture picture={picture} place={columnPlace} />) : written;
  });
};

/** The gallery of an article, with the viewer that shows a picture large. */
export const Gallery = ({ items }: { items: LiveArticle['gallery'] }) => (
  <section class="gallery" aria-label="Hình ảnh">
    <h2>Một số hình ảnh</h2>
    <GalleryTiles items={items} />
    <dialog class="viewer" aria-label="Xem ảnh">
      <figure>
        {/* An image without a source is not valid HTML; this one is never shown, and so never fetched. */}
        <img src={items[0] && largestFile(items[0].image)} alt="" loading="lazy" />
        <figcaption />
      </figure>
      <form method="dialog">
        <button type="button" value="-1" aria-label="Ảnh trước">
          ‹
        </button>
        <output aria-live="polite" />
        <button type="button" value="1" aria-label="Ảnh sau">
          ›
        </button>
        <button type="submit">Đóng</button>
      </form>
    </dialog>
    <Script text={galleryScript} />
  </section>
);
