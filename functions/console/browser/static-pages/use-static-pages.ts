import { useState } from 'preact/hooks';
import { staticPageCategory } from '../../../../shared/articles/static-page.ts';
import type { SitePage } from '../../../../shared/site/settings.ts';
import { type Api, useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { useLoaded } from '../api/use-loaded.ts';
import type { ListedArticle } from '../article-lists/article-list.ts';

/** The article of a static page, as a list has it. */
export type StaticPage = Pick<
  ListedArticle,
  'id' | 'title' | 'state' | 'publishedAt' | 'withdrawAt' | 'updatedAt'
>;

/** The API's limit. A page of this list costs at most 113 read units. */
const pageLength = 100;

/** The articles of static pages: those that the footer links to, and those among what was saved last. */
export const useStaticPages = (linked: readonly SitePage[]) => {
  const api = useApi();
  const [older, setOlder] = useState<StaticPage[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  const readList = async (cursor: string | null): Promise<StaticPage[]> => {
    const query = {
      status: 'all' as const,
      category: staticPageCategory,
      limit: String(pageLength),
      ...(cursor !== null && { cursor }),
    };
    const { body } = await api.call('GET /api/admin/articles', { query });
    setNext(body.next);
    return body.items;
  };

  const { loaded, reload } = useLoaded(async () => {
    setOlder([]);
    const listed = await readList(null);
    const missing = linked.filter(({ article }) => listed.every(({ id }) => id !== article));
    const rest = await Promise.all(missing.map(({ article }) => readOne(api, article)));
    return [...listed, ...rest.flat()];
  }, 'static-pages');

  const more = async () => {
    setBusy(true);
    setProblem('');
    try {
      const found = await readList(next);
      setOlder((before) => [...before, ...found]);
    } catch (error) {
      setProblem(explainFailure(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  const articles = loaded.kind === 'loaded' ? unique([...loaded.value, ...older]) : null;
  return { loaded, reload, articles, more: next === null ? null : more, isBusy, problem };
};

/** An article by its id; nothing when there is none. */
const readOne = async (api: Api, id: string): Promise<StaticPage[]> => {
  try {
    return [(await api.call('GET /api/admin/articles/{id}', { path: { id } })).body];
  } catch (error) {
    if (explainFailure(error).kind === 'missing') return [];
    throw error;
  }
};

const unique = (articles: readonly StaticPage[]): StaticPage[] => [
  ...new Map(articles.map((article) => [article.id, article])).values(),
];
