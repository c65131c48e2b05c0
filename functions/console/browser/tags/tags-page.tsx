import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { tagPath } from '../../../../shared/articles/tags.ts';
import { useApi } from '../api/api-context.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Field } from '../ui/field.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { TagArticlesDialog } from './tag-articles-dialog.tsx';
import { type CountedTag, listedTags, type TagOrder } from './tag-list.ts';

const address = '/quan-tri/the';
/** Rows that are shown at first, and with each further step. */
const pageSize = 50;

/** All tags of published articles: searched, seen with their articles, renamed and merged. */
export const TagsPage = () => {
  const api = useApi();
  const { query, route } = useLocation();
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<TagOrder>('articles');
  const [shown, setShown] = useState(pageSize);
  const [opened, setOpened] = useState<CountedTag | null>(null);
  const { loaded, reload } = useLoaded(async () => (await api.call('GET /api/admin/tag-counts')).body, '');
  const tags = loaded.kind === 'loaded' ? loaded.value.items : [];
  const listed = useMemo(() => listedTags(tags, words, order), [tags, words, order]);
  const renamed = tags.find(({ slug }) => slug === query.doi);

  return (
    <>
      <PageTitle title="Từ khóa" />
      <div class="tag-filters">
        <Field label="Tìm từ khóa" hint="Có dấu hay không dấu đều được.">
          {(ids) => (
            <input
              {...ids}
              type="search"
              value={words}
              onInput={({ currentTarget }) => {
                setWords(currentTarget.value);
                setShown(pageSize);
              }}
            />
          )}
        </Field>
        <Field label="Thứ tự">
          {(ids) => (
            <select
              {...ids}
              value={order}
              onChange={({ currentTarget }) => setOrder(currentTarget.value === 'name' ? 'name' : 'articles')}
            >
              <option value="articles">Nhiều bài nhất trước</option>
              <option value="name">Theo bảng chữ cái</option>
            </select>
          )}
        </Field>
      </div>
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      <p role="status">
        {loaded.kind === 'loading' && 'Đang đếm từ khóa…'}
        {loaded.kind === 'loaded' &&
          (listed.length === 0 ? 'Không có từ khóa nào.' : `${listed.length} từ khóa.`)}
        {loaded.kind === 'loaded' &&
          !loaded.value.isComplete &&
          ` Cổng có nhiều từ khóa hơn: đây là ${tags.length} từ khóa nhiều bài nhất.`}
      </p>
      {listed.length > 0 && (
        <DataTable
          caption="Từ khóa của các bài đang đăng hoặc hẹn giờ"
          rows={listed.slice(0, shown)}
          keyOf={({ slug }) => slug}
          columns={[
            {
              title: 'Từ khóa',
              isRowHeader: true,
              cell: ({ slug, name }) => <a href={tagPath(slug)}>{name}</a>,
            },
            { title: 'Số bài', isNumber: true, cell: ({ articles }) => articles },
            {
              title: 'Việc',
              cell: (tag) => (
                <div class="tag-actions">
                  <Button aria-label={`Xem bài có từ khóa ${tag.name}`} onClick={() => setOpened(tag)}>
                    Xem bài
                  </Button>
                  <Button
                    aria-label={`Đổi tên từ khóa ${tag.name}`}
                    onClick={() => route(`${address}?doi=${tag.slug}`)}
                  >
                    Đổi tên
                  </Button>
                </div>
              ),
            },
          ]}
        />
      )}
      {listed.length > shown && (
        <p class="tag-more">
          <Button onClick={() => setShown(shown + pageSize)}>
            Hiện thêm {Math.min(pageSize, listed.length - shown)} trong {listed.length - shown} từ khóa còn
            lại
          </Button>
        </p>
      )}
      {opened && <TagArticlesDialog tag={opened} onClose={() => setOpened(null)} />}
      {renamed && (
        <RenameDialog
          key={renamed.slug}
          tag={renamed}
          tags={tags}
          begunName={query.thanh || null}
          onBegin={(name) =>
            route(`${address}?${new URLSearchParams({ doi: renamed.slug, thanh: name })}`, true)
          }
          onClose={(isDone) => {
            route(address, true);
            if (isDone) reload();
          }}
        />
      )}
    </>
  );
};
