import type { ComponentChildren } from 'preact';
import type { LiveArticle } from '../articles/live-article.ts';
import { largestFile, type Picture as PictureOf } from '../images/picture.ts';
import { Picture } from './picture.tsx';
import { columnPlace, tilePlace } from './picture-places.ts';

/** Parts of an article's page that need neither a server nor a script: the preview in the console has them too. */

type OpeningProps = Pick<LiveArticle, 'title' | 'summary' | 'cover'> & {
  /** The line of dates below the title. */
  when?: ComponentChildren;
};

/** What comes before the body: title, dates, summary, cover. */
export const ArticleOpening = ({ title, summary, cover, when }: OpeningProps) => (
  <>
    <h1>{title}</h1>
    {when}
    {summary && <p class="sapo">{summary}</p>}
    {cover && <Cover picture={cover} />}
  </>
);

const Cover = ({ picture }: { picture: PictureOf }) => (
  <figure class="cover">
    <Picture picture={picture} place={columnPlace} isFirst />
    {picture.credit && <figcaption>Ảnh: {picture.credit}</figcaption>}
  </figure>
);

/** Who wrote an article, and where it is from. */
export const ArticleSources = ({ author, source }: Pick<LiveArticle, 'author' | 'source'>) => (
  <>
    {author && <p class="author">{author}</p>}
    {source && <p class="source">Nguồn: {source}</p>}
  </>
);

/** The pictures of a gallery, in order, each a link to its largest size. */
export const GalleryTiles = ({ items }: { items: LiveArticle['gallery'] }) => (
  <ul>
    {items.map(({ image, caption }, index) => (
      <li>
        <figure>
          <a href={largestFile(image)} aria-label={`Xem ảnh ${index + 1}/${items.length} cỡ lớn`}>
            <Picture picture={image} place={tilePlace} />
          </a>
          {caption && <figcaption>{caption}</figcaption>}
        </figure>
      </li>
    ))}
  </ul>
);
