import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { localDay } from '../../../../shared/time/local-day.ts';
import { useApi } from '../api/api-context.ts';
import { CsvButton } from '../api/csv-button.tsx';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useSession } from '../session/session-context.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityList } from './activity-list.tsx';
import { type ActivityQuery, activityRequest, daysProblem, parseActivityQuery } from './activity-query.ts';
import { useActivity } from './use-activity.ts';

/** `/quan-tri/nhat-ky`: who did what, by day, person, article and kind. */
export const ActivityPage = () => {
  const api = useApi();
  const { user } = useSession();
  const announce = useAnnounce();
  const { query: parameters } = useLocation();
  const people = useRef(new Set<string>());
  const today = localDay(new Date());
  const query = parseActivityQuery(parameters, today);
  const problem = daysProblem(query, today);
  const { loaded, reload, page, more, isBusy, failure } = useActivity(query, problem !== undefined);
  for (const { by } of page?.items ?? []) people.current.add(by);

  const loadCsv = async () => {
    const { text } = await api.call('GET /api/admin/activity', {
      query: { ...activityRequest(query), format: 'csv' },
    });
    return { text };
  };
  const showMore = async () => {
    await more();
    announce('Đã hiện thêm các việc cũ hơn.');
  };

  return (
    <>
      <PageTitle title="Nhật ký" />
      <ActivityFilters query={query} problem={problem} people={[...people.current].sort()} />
      <Narrowed query={query} />
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loading' && <p role="status">Đang đọc nhật ký…</p>}
      {page && problem === undefined && (
        <>
          <ActivityList
            entries={page.items}
            user={user}
            isOfOne={query.article !== '' || query.image !== ''}
          />
          {page.items.length === 0 && page.next === null && (
            <p class="empty">Không có việc nào khớp với những gì đang lọc.</p>
          )}
          {failure && (
            <div class="notice problem" role="alert">
              <p>{failure.sentence}</p>
            </div>
          )}
          <div class="activity-end">
            {page.next !== null && (
              <Button busy={isBusy} onClick={showMore}>
                Xem việc cũ hơn
              </Button>
            )}
            {page.items.length > 0 && <CsvButton fileName="nhat-ky" load={loadCsv} />}
          </div>
        </>
      )}
    </>
  );
};

/** That the log is of one article or image, with the way back to all. */
const Narrowed = ({ query: { article, image } }: { query: ActivityQuery }) =>
  (article !== '' || image !== '') && (
    <p class="narrowed">
      Chỉ những việc của một {article === '' ? 'ảnh' : 'bài viết'}.{' '}
      <a href="/quan-tri/nhat-ky">Xem mọi việc</a>
    </p>
  );
