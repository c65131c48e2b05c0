import { type Tag, tagPath } from '../articles/tags.ts';

/** The tags of an article, as links to the news that shares them. */
export const Tags = ({ tags }: { tags: readonly Tag[] }) =>
  tags.length > 0 ? (
    <p class="tags">
      Từ khóa:{' '}
      {tags.map(({ slug, name }) => (
        <>
          <a href={tagPath(slug)} rel="tag">
            {name}
          </a>{' '}
        </>
      ))}
    </p>
  ) : null;
