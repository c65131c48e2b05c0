import { categoryPath } from '../articles/article-path.ts';
import type { Category } from '../site/settings.ts';

type Props = { categories: readonly Category[]; current: string | undefined };

/** Links to the home page and every category. */
export const Navigation = ({ categories, current }: Props) => (
  <nav class="navigation" aria-label="Chuyên mục">
    <ul class="frame">
      {[{ path: '/', name: 'Trang chủ' }, ...categories.map(entry)].map(({ path, name }) => (
        <li>
          <a href={path} aria-current={path === current ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const entry = ({ slug, name }: Category) => ({ path: categoryPath(slug), name });
