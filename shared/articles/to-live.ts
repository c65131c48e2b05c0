import type { Picture } from '../images/picture.ts';
import type { Article } from './article.ts';
import { imagesOf } from './article-images.ts';
import { excerpt } from './excerpt.ts';
import type { LiveArticle } from './live-article.ts';

type Dates = Pick<LiveArticle, 'publishedAt' | 'updatedAt'>;

/** The live version of an article, with what its pages need of its pictures. */
export const toLive = (
  article: Article,
  { publishedAt, updatedAt }: Dates,
  pictures: readonly Picture[],
): LiveArticle => {
  const { id, version, title, slug, body, category, tags, author, source, withdrawAt } = article;
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  const inBody = imagesOf({ body, cover: null, gallery: [] });
  return {
    id,
    version,
    title,
    slug,
    summary: article.summary || excerpt(body),
    body,
    category,
    cover: article.cover === null ? null : (byId.get(article.cover) ?? null),
    gallery: article.gallery.flatMap(({ image, caption }) => {
      const picture = byId.get(image);
      return picture ? [{ image: picture, caption }] : [];
    }),
    pictures: pictures.filter((picture) => inBody.includes(picture.id)),
    tags,
    author,
    source,
    publishedAt,
    withdrawAt,
    updatedAt,
  };
};
