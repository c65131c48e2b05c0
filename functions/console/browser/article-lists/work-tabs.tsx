import type { User } from '../session/user.ts';
import { countInWords } from './article-words.ts';
import type { ArticleCounts } from './work-lists.ts';
import { tabsOf, type WorkQuery, workAddress } from './work-query.ts';

type Props = { query: WorkQuery; user: User; counts: ArticleCounts | null };

/** The lists, each with its number of articles. What the list is narrowed to stays. */
export const WorkTabs = ({ query, user, counts }: Props) => (
  <nav class="work-tabs" aria-label="Danh sách bài">
    <ul>
      {tabsOf(user).map((tab) => {
        const count = tab.counted && counts && countInWords(counts[tab.counted]);
        return (
          <li key={tab.id}>
            <a
              href={workAddress({ ...query, tab })}
              aria-current={tab.id === query.tab.id ? 'page' : undefined}
            >
              {tab.label}
              {count && (
                <span class="count">
                  <span aria-hidden="true">{count.short}</span>
                  <span class="visually-hidden">, {count.long}</span>
                </span>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  </nav>
);
