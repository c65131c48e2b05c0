import { signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { versionOfReply } from '../drafts/content-version.ts';
import { PageTitle } from '../ui/page-title.tsx';
import type { PreviewWidth } from '../ui/preview-frame.tsx';
import { ArticleHead } from './article-head.tsx';
import { articleStateNow } from './article-state-now.ts';
import { PreviewPane } from './preview-pane.tsx';
import type { ArticleReply } from './take-action.ts';
import { useNow } from './use-now.ts';

type Props = { article: ArticleReply; categories: SiteSettings['categories'] };

/** An article that this person may read only: as its readers would see it. */
export const ReadOnlyArticle = ({ article, categories }: Props) => {
  const now = useNow();
  const [width, setWidth] = useState<PreviewWidth>('desktop');
  const { content } = versionOfReply(article);
  const changes = useMemo(() => signal(0), [article]);
  const dated = articleStateNow(article.state, article, now);
  const category = categories.find(({ slug }) => slug === article.category)?.name ?? article.category;
  return (
    <div class="article-page read-only">
      <PageTitle title={article.title} />
      <ArticleHead details={article} dated={dated} now={now} save={async () => article} />
      <p class="notice">Bài đang ở chỗ biên tập viên nên bạn chỉ đọc được. Chuyên mục: {category}.</p>
      <PreviewPane
        read={() => content}
        changes={changes}
        publishedAt={dated.publishedAt ?? now.toISOString()}
        width={width}
        onWidth={setWidth}
      />
    </div>
  );
};
