import type { Article } from '../../shared/articles/article.ts';
import { assertImagesReady, imagesOf, picturesForPublication } from '../../shared/articles/article-images.ts';
import type { ArticleContent } from '../../shared/articles/content.ts';
import { contentLimits } from '../../shared/articles/content-limits.ts';
import { saveRequest } from '../../shared/articles/requests.ts';
import { isStaticPage } from '../../shared/articles/static-page.ts';
import { invalidField } from '../../shared/errors.ts';
import type { HttpEvent } from '../../shared/http/event.ts';
import { parseBody } from '../../shared/http/request.ts';
import type { ImageStore } from '../../shared/images/image-store.ts';
import { type Picture, toPicture } from '../../shared/images/picture.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { type Removed, sanitizeBody } from './sanitize-body.ts';

export type ContentDependencies = { images: Pick<ImageStore, 'getMany'>; site: Pick<SiteStore, 'get'> };

/** Images that one change can add or remove. */
export const imageLimit = 90;
/**
 * Images, old addresses and tag lists that one change can add or remove: with the article's own five writes, and those of a static page's
 * link, a transaction stays within DynamoDB's 100.
 */
export const partLimit = 92;

/** Reads the content of an article from a request, and checks it against the site's categories and images. */
export const contentReader = ({ images, site }: ContentDependencies) => {
  /** Throws `invalid_fields` for a category that the site does not have. */
  const assertCategory = async (category: string) => {
    if (isStaticPage({ category })) return;
    const { settings } = await site.get();
    if (settings.categories.some(({ slug }) => slug === category)) return;
    throw invalidField('category', 'Không có chuyên mục này');
  };

  const findImages = (content: Parameters<typeof imagesOf>[0]) => {
    const ids = imagesOf(content);
    if (ids.length > imageLimit) throw invalidField('body', `Tối đa ${imageLimit} ảnh một bài`);
    return images.getMany(ids);
  };

  return {
    assertCategory,

    /** The content as it will be stored: its category exists, its body is sanitized, its images exist. */
    async fromRequest(
      event: HttpEvent,
    ): Promise<{ content: ArticleContent; note: string; removed: Removed[] }> {
      const { note, ...input } = parseBody(event, saveRequest);
      const { body, removed } = sanitizeBody(input.body);
      if (Buffer.byteLength(body) > contentLimits.bodyBytes) {
        throw invalidField('body', `Dài quá ${contentLimits.bodyBytes / 1000} kB`);
      }
      await assertCategory(input.category);
      const content = { ...input, body };
      assertImagesReady(content, await findImages(content));
      return { content, note, removed };
    },

    /** Throws `invalid_fields` when the category or the images of earlier content no longer exist. */
    async assertUsable(content: ArticleContent) {
      await assertCategory(content.category);
      assertImagesReady(content, await findImages(content));
    },

    /** The pictures of an article that exist, described or not. */
    async picturesOf(article: Article): Promise<Picture[]> {
      const found = await findImages(article);
      return found.filter(({ status }) => status === 'ready').map(toPicture);
    },

    /** The pictures of an article for publication. Throws `invalid_fields` for one that is missing or not described. */
    async forPublication(article: Article): Promise<Picture[]> {
      await assertCategory(article.category);
      return picturesForPublication(article, await findImages(article));
    },
  };
};
export type ContentReader = ReturnType<typeof contentReader>;
