import type { User } from '../session/user.ts';
import type { ListedArticle } from './article-list.ts';
import { hasUnpublishedChanges, stateInWords, touchedInWords } from './article-words.ts';

type Props = {
  items: readonly ListedArticle[];
  user: User;
  now: Date;
  /** The name of a category by its slug. */
  categoryName: (slug: string) => string;
};

export const articleAddress = (id: string) => `/quan-tri/bai-viet/${id}`;

/** Articles one below the other: cards on a phone, columns on a wide page. */
export const ArticleRows = ({ items, user, now, categoryName }: Props) => (
  <ul class="article-rows">
    {items.map((item) => (
      <li key={item.id}>
        <a class="title" href={articleAddress(item.id)}>
          {item.title}
        </a>
        <p class={`state ${item.state}`}>
          {stateInWords(item, now)}
          {hasUnpublishedChanges(item) && <small>có sửa đổi chưa đăng</small>}
        </p>
        <p class="category">{categoryName(item.category)}</p>
        <p class="touched">
          {touchedInWords(item, { user, now })}
          {item.createdBy !== item.updatedBy && item.createdBy !== user.name && (
            <small>bài của {item.createdBy}</small>
          )}
        </p>
      </li>
    ))}
  </ul>
);
