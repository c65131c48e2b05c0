import { ulid } from 'ulid';
import type { Article } from '../../shared/articles/article.ts';
import { articleStore } from '../../shared/articles/article-store.ts';
import { createArticle, saveArticle } from '../../shared/articles/edit.ts';
import { publishArticle, withdrawArticle } from '../../shared/articles/publish.ts';
import type { Table } from '../../shared/table/table-store.ts';
import { anArticle } from './article-fixture.ts';

const actor = { name: 'lan.tran', role: 'editor' as const };

/** Editors who write to the table directly, with clocks that a test sets. Each step returns whether its transaction succeeded. */
export const createNewsroom = (table: Table, siteId: string) => {
  // The activity log is not looked at here.
  const articles = articleStore(table, siteId, (entry) => ({
    put: { pk: `${siteId}#DONE`, sk: entry.id, ...entry },
  }));

  const publish = async (before: Article, now: Date, publishedAt?: string) => {
    const change = publishArticle(before, { publishedAt, pictures: [] }, { actor, now });
    return (await articles.commit(change)) ? change.article : null;
  };

  return {
    async published(fields: Partial<Article>, now = new Date(), publishedAt?: string): Promise<Article> {
      const { title, summary, body, category } = anArticle(fields);
      const content = {
        title,
        summary,
        body,
        category,
        tags: [],
        author: '',
        source: '',
        cover: null,
        gallery: [],
        oldUrls: [],
      };
      const created = createArticle(content as Parameters<typeof createArticle>[0], ulid().toLowerCase(), {
        actor,
        now,
      });
      await articles.commit(created);
      const article = await publish(created.article, now, publishedAt);
      if (!article) throw new Error('Nobody else knows the article');
      return article;
    },

    /** Saves and publishes the current article with another title. */
    async retitle(id: string, title: string, now: Date): Promise<boolean> {
      const before = await articles.get(id);
      if (!before) return false;
      const saved = saveArticle(before, { ...before, title }, { actor, now });
      if (!(await articles.commit(saved))) return false;
      return (await publish(saved.article, now)) !== null;
    },

    async withdraw(id: string, now: Date): Promise<boolean> {
      const before = await articles.get(id);
      if (before?.status !== 'published') return false;
      return articles.commit(withdrawArticle(before, { actor, now }));
    },
  };
};
