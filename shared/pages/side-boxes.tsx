import { categoryPath } from '../articles/article-path.ts';
import type { FeedItem } from '../articles/live-article.ts';
import type { Category, SiteSettings } from '../site/settings.ts';
import { Contact } from './footer.tsx';
import { Headlines } from './news.tsx';

/** A titled list of news in the side column; nothing when it is empty. */
export const NewsBox = ({ title, items }: { title: string; items: readonly FeedItem[] }) =>
  items.length > 0 ? (
    <section class="box">
      <h2>{title}</h2>
      <Headlines items={items} />
    </section>
  ) : null;

/** Contact details of the agency. */
export const ContactBox = ({ site }: { site: SiteSettings }) => (
  <section class="box">
    <h2>Liên hệ</h2>
    <p>
      <strong>{site.agency}</strong>
    </p>
    {site.address && <p>{site.address}</p>}
    <Contact site={site} />
  </section>
);

/** Every category with its description. */
export const CategoriesBox = ({ categories }: { categories: readonly Category[] }) => (
  <section class="box">
    <h2>Chuyên mục</h2>
    <ul class="headlines">
      {categories.map(({ slug, name, description }) => (
        <li>
          <a href={categoryPath(slug)}>{name}</a>
          {description && <span> {description}</span>}
        </li>
      ))}
    </ul>
  </section>
);
