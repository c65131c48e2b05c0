import * as z from 'zod/mini';
import { listOf } from '../http/reply.ts';
import { categorySlug } from '../ids.ts';
import { feedItem, liveArticle } from './live-article.ts';

/** The query of the public list; other parameters are ignored. */
export const publicListQuery = z.object({
  category: z.optional(categorySlug),
  cursor: z.optional(z.string()),
});

/** Published articles, for everyone. */
export const publicArticleReply = z.object({ ...liveArticle.shape, url: z.string() });
export const publicArticleListReply = listOf(z.object({ ...feedItem.shape, url: z.string() }));
