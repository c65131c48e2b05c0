import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { staticPageCategory } from '../../../../shared/articles/static-page.ts';
import { type Api, useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useSite } from '../api/site-context.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { versionOfReply } from '../drafts/content-version.ts';
import { useSession } from '../session/session-context.ts';
import { PageTitle } from '../ui/page-title.tsx';
import { ArticleEditor } from './article-editor.tsx';
import { emptyContent } from './article-form.ts';
import { articleStateNow } from './article-state-now.ts';
import { mayWrite } from './possible-actions.ts';
import { ReadOnlyArticle } from './read-only-article.tsx';
import type { ArticleReply } from './take-action.ts';

/** The id in the address of an article that is not saved yet. */
const newId = 'moi';

/**
 * `/quan-tri/bai-viet/{id}`, and `/quan-tri/bai-viet/moi` for a new article: saved for the first time, it gets its own address, and the
 * view stays as it is. `?chuyen-muc=trang` begins a static page.
 */
export const ArticlePage = ({ params: { id = newId } }: { params: Record<string, string> }) => {
  const { route, query } = useLocation();
  const shown = useRef({ id, createdId: '', views: 0 });
  if (id !== shown.current.id) {
    const isSame = id === shown.current.createdId;
    shown.current = { id, createdId: '', views: shown.current.views + (isSame ? 0 : 1) };
  }
  return (
    <OpenedArticle
      key={shown.current.views}
      id={id}
      wanted={query['chuyen-muc'] ?? ''}
      onCreated={(createdId) => {
        shown.current.createdId = createdId;
        route(`/quan-tri/bai-viet/${createdId}`, true);
      }}
    />
  );
};

type Props = {
  id: string;
  /** The category of a new article, if the site has it. */
  wanted: string;
  onCreated: (id: string) => void;
};

const OpenedArticle = ({ id, wanted, onCreated }: Props) => {
  const api = useApi();
  const { user } = useSession();
  const site = useSite();
  const [firstId] = useState(id);
  const [handedOn, setHandedOn] = useState<ArticleReply | null>(null);
  const { loaded, reload } = useLoaded(async () => {
    const [article, tags] = await Promise.all([
      firstId === newId ? null : api.call('GET /api/admin/articles/{id}', { path: { id: firstId } }),
      loadTags(api),
      site.settings.value ?? site.load(),
    ]);
    return { article: article?.body ?? null, tags };
  }, firstId);

  if (loaded.kind === 'failed') {
    return (
      <>
        <PageTitle title="Bài viết" />
        <LoadingFailure failure={loaded.failure} onRetry={reload} />
      </>
    );
  }
  if (loaded.kind === 'loading' || !site.settings.value) {
    return (
      <>
        <PageTitle title={firstId === newId ? 'Bài mới' : 'Bài viết'} />
        <p role="status">Đang mở bài…</p>
      </>
    );
  }
  const { categories } = site.settings.value;
  const article = handedOn ?? loaded.value.article;
  if (article && !mayWrite(articleStateNow(article.state, article, new Date()).state, user)) {
    return <ReadOnlyArticle article={article} categories={categories} />;
  }
  const slugs = [...categories.map(({ slug }) => slug), staticPageCategory];
  const content = emptyContent(slugs.includes(wanted) ? wanted : (slugs[0] ?? ''));
  return (
    <ArticleEditor
      opened={article ? versionOfReply(article) : { id: null, version: null, state: 'draft', content }}
      article={article}
      categories={categories}
      knownTags={loaded.value.tags}
      onCreated={onCreated}
      onHandedOn={setHandedOn}
    />
  );
};

/** The tags in use, to suggest. Without them tags are typed. */
const loadTags = async (api: Api): Promise<string[]> => {
  try {
    return (await api.call('GET /api/admin/tags')).body.items.map(({ name }) => name);
  } catch (error) {
    explainFailure(error);
    return [];
  }
};
