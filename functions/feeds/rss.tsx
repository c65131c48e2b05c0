import { Feed } from 'feed';
import { renderToString } from 'preact-render-to-string';
import { bodyImage } from '../../shared/articles/article-images.ts';
import { articlePath, categoryPath } from '../../shared/articles/article-path.ts';
import type { LiveArticle } from '../../shared/articles/live-article.ts';
import { imagePath } from '../../shared/images/image.ts';
import type { Picture } from '../../shared/images/picture.ts';
import type { Category, SiteSettings } from '../../shared/site/settings.ts';
import { textAsHtml, titleText } from './rss-text.ts';

type Props = {
  site: SiteSettings;
  /** The category of the feed; undefined for the site's feed. */
  category: Category | undefined;
  /** Newest first. */
  articles: readonly LiveArticle[];
  origin: string;
};

/** An RSS 2.0 feed with the full text of its articles: https://www.rssboard.org/rss-specification */
export const rss = ({ site, category, articles, origin }: Props): string => {
  const path = category ? categoryPath(category.slug) : '/';
  const name = category ? `${category.name} – ${site.name}` : site.name;
  const feed = new Feed({
    title: titleText(name),
    description: textAsHtml(category?.description || `Tin mới của ${site.agency}`),
    id: origin + path,
    link: origin + path,
    language: 'vi',
    copyright: site.agency,
    generator: false,
    feedLinks: { rss: `${origin}${category ? path : ''}/rss.xml` },
    updated: new Date(articles[0]?.publishedAt ?? 0),
  });
  for (const article of articles) {
    const link = origin + articlePath(article);
    const section = site.categories.find(({ slug }) => slug === article.category);
    feed.addItem({
      title: titleText(article.title),
      // The id, because the address changes with the title.
      id: article.id,
      guid: article.id,
      link,
      date: new Date(article.publishedAt),
      description: textAsHtml(article.summary),
      content: wholeText(article, origin),
      ...(article.author && {
        extensions: [{ name: 'dc:creator', objects: { _text: article.author } }],
      }),
      ...(section && { category: [{ name: section.name, domain: origin + categoryPath(section.slug) }] }),
      // An unknown size is 0: https://www.rssboard.org/rss-profile#element-channel-item-enclosure
      ...(article.cover && {
        enclosure: { url: origin + imagePath(article.cover.id), type: 'image/jpeg', length: 0 },
      }),
    });
  }
  return feed.rss2();
};

/** The body and the gallery, with absolute addresses. */
const wholeText = ({ body, pictures, gallery }: LiveArticle, origin: string): string => {
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  const described = body
    .replace(bodyImage, (written, id: string) => {
      const picture = byId.get(id);
      return picture ? renderToString(<Shown picture={picture} origin={origin} />) : written;
    })
    .replaceAll(' href="/', ` href="${origin}/`);
  const figures = gallery.map(({ image, caption }) =>
    renderToString(
      <figure>
        <Shown picture={image} origin={origin} />
        <figcaption>{caption}</figcaption>
      </figure>,
    ),
  );
  return described + figures.join('');
};

const Shown = ({ picture: { id, alt, width, height }, origin }: { picture: Picture; origin: string }) => (
  <img src={origin + imagePath(id)} alt={alt} width={width} height={height} />
);
