import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../../../../shared/articles/article.ts';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import type { LiveArticle } from '../../../../shared/articles/live-article.ts';
import { tagsOf } from '../../../../shared/articles/tags.ts';
import { toLive } from '../../../../shared/articles/to-live.ts';
import type { Image } from '../../../../shared/images/image.ts';
import { type Picture as PictureOf, toPicture } from '../../../../shared/images/picture.ts';
import { ArticleOpening, ArticleSources, GalleryTiles } from '../../../../shared/pages/article-parts.tsx';
import { Picture } from '../../../../shared/pages/picture.tsx';
import { columnPlace } from '../../../../shared/pages/picture-places.ts';
import { Tags } from '../../../../shared/pages/tags.tsx';
import { Minute } from '../../../../shared/pages/time.tsx';
import { inertDocument } from '../ui/trusted-types.ts';

/** The content of a form as it would be published. */
export const previewOf = (
  content: ArticleContent,
  images: readonly Image[],
  publishedAt: string,
): LiveArticle => {
  const article = { ...content, id: '', version: 1, slug: '', withdrawAt: null } as unknown as Article;
  return toLive(article, { publishedAt, updatedAt: publishedAt }, images.map(toPicture));
};

/** An article as its page shows it, without what is around it and without its tools. */
export const PreviewArticle = ({ article }: { article: LiveArticle }) => (
  <div class="frame page">
    <main>
      <article class="article">
        <ArticleOpening
          {...article}
          title={article.title || 'Bài chưa có tiêu đề'}
          when={
            <p class="when">
              Ngày đăng <Minute at={article.publishedAt} />
            </p>
          }
        />
        <Body article={article} />
        {article.gallery.length > 0 && (
          <section class="gallery" aria-label="Hình ảnh">
            <h2>Một số hình ảnh</h2>
            <GalleryTiles items={article.gallery} />
          </section>
        )}
        <ArticleSources {...article} />
        <Tags tags={tagsOf(article.tags)} />
      </article>
    </main>
  </div>
);

const Body = ({ article: { body, pictures } }: { article: LiveArticle }) => {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    ref.current?.replaceChildren(...bodyNodes(body, pictures));
  }, [body, pictures]);
  return <div class="body" ref={ref} />;
};

/** The nodes of a body, with every size of its known pictures, as `bodyWithPictures` of shared/pages writes them. */
const bodyNodes = (body: string, pictures: readonly PictureOf[]): ChildNode[] => {
  const { body: root } = inertDocument(body);
  const byPath = new Map(pictures.map((picture) => [`/images/${picture.id}`, picture]));
  for (const image of root.querySelectorAll('img')) {
    const picture = byPath.get(image.getAttribute('src') ?? '');
    if (!picture) continue;
    const holder = document.createElement('div');
    render(<Picture picture={picture} place={columnPlace} />, holder);
    image.replaceWith(...holder.childNodes);
  }
  return [...root.childNodes];
};
