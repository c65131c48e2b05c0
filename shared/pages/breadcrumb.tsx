import { categoryPath } from '../articles/article-path.ts';
import type { Category } from '../site/settings.ts';

/** Where an article stands; the category is left out when it is the page itself. */
export const Breadcrumb = ({ category }: { category?: Category | undefined }) => (
  <nav class="breadcrumb" aria-label="Đường dẫn">
    <ol>
      <li>
        <a href="/">Trang chủ</a>
      </li>
      {category && (
        <li>
          <a href={categoryPath(category.slug)}>{category.name}</a>
        </li>
      )}
    </ol>
  </nav>
);
