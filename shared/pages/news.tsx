import { articlePath } from '../articles/article-path.ts';
import type { FeedItem } from '../articles/live-article.ts';
import type { Category, SiteSettings } from '../site/settings.ts';
import { leadPlace, type PicturePlace } from './picture-places.ts';
import { Thumbnail } from './thumbnail.tsx';
import { Day } from './time.tsx';

type Heading = 'h2' | 'h3';
type StoryProps = {
  item: FeedItem;
  site: SiteSettings;
  heading: Heading;
  showsCategory?: boolean;
  /** Where its picture stands. That of the lead story is large and loads first. */
  place: PicturePlace;
};

/** The position of a category in the navigation, which selects its tint. */
const tintOf = (site: SiteSettings, slug: string) => {
  const place = site.categories.findIndex((category) => category.slug === slug);
  return Math.max(place, 0);
};

const nameOf = (site: SiteSettings, slug: string): Category['name'] | undefined =>
  site.categories.find((category) => category.slug === slug)?.name;

/** An article in a list, with thumbnail, date and summary. */
export const Story = ({ item, site, heading: Heading, showsCategory = false, place }: StoryProps) => (
  <article class="story">
    <Thumbnail
      picture={item.cover}
      tint={tintOf(site, item.category)}
      place={place}
      isFirst={place === leadPlace}
    />
    <div>
      <Heading>
        <a href={articlePath(item)}>{item.title}</a>
      </Heading>
      <p class="when">
        {showsCategory && nameOf(site, item.category) && <span>{nameOf(site, item.category)} · </span>}
        <Day at={item.publishedAt} />
      </p>
      {item.summary && <p class="summary">{item.summary}</p>}
    </div>
  </article>
);

/** Titles with dates, for narrow columns. */
export const Headlines = ({ items }: { items: readonly FeedItem[] }) => (
  <ul class="headlines">
    {items.map((item) => (
      <li>
        <a href={articlePath(item)}>{item.title}</a> <Day at={item.publishedAt} />
      </li>
    ))}
  </ul>
);
