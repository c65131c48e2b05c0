import { articlePath } from '../articles/article-path.ts';
import type { FeedItem } from '../articles/live-article.ts';
import type { Category, SiteSettings } from '../site/settings.ts';
import { Thumbnail } from './thumbnail.tsx';
import { Day } from './time.tsx';

type Heading = 'h2' | 'h3';
type StoryProps = {
  item: FeedItem;
  site: SiteSettings;
  heading: Heading;
  showsCategory?: boolean;
  /** The lead story: its picture is large and loads first. */
  isLead?: boolean;
};

/** Widths of pictures in the stylesheet: in the lead story, and in all others. */
const leadSizes = '(min-width: 64rem) 860px, 95vw';
const storySizes = '(min-width: 48rem) 180px, 100px';

/** The position of a category in the navigation, which selects its tint. */
const tintOf = (site: SiteSettings, slug: string) => {
  const place = site.categories.findIndex((category) => category.slug === slug);
  return Math.max(place, 0);
};

const nameOf = (site: SiteSettings, slug: string): Category['name'] | undefined =>
  site.categories.find((category) => category.slug === slug)?.name;

/** An article in a list, with thumbnail, date and summary. */
export const Story = ({
  item,
  site,
  heading: Heading,
  showsCategory = false,
  isLead = false,
}: StoryProps) => (
  <article class="story">
    <Thumbnail
      picture={item.cover}
      tint={tintOf(site, item.category)}
      sizes={isLead ? leadSizes : storySizes}
      isFirst={isLead}
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
