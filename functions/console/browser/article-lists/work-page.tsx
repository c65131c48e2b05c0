import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useSite } from '../api/site-context.ts';
import { useSession } from '../session/session-context.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { changesIn } from './article-list.ts';
import { ArticleRows, articleAddress } from './article-rows.tsx';
import { DeviceDraftList } from './device-draft-list.tsx';
import { placeOf, rememberPlace } from './history-place.ts';
import { ListStatus } from './list-status.tsx';
import { WorkFilters } from './work-filters.tsx';
import { useWorkLists } from './work-lists.ts';
import { listRequest, parseWorkQuery, workAddress } from './work-query.ts';
import { WorkTabs } from './work-tabs.tsx';

/** The category of static pages, which the settings do not name. */
const staticPages = { slug: 'trang', name: 'Trang' };

/** The lists of articles: one's own, those that wait, and those of each state. */
export const WorkPage = () => {
  const { user } = useSession();
  const site = useSite();
  const lists = useWorkLists();
  const announce = useAnnounce();
  const rows = useRef<HTMLDivElement>(null);
  const { query: parameters } = useLocation();
  const query = parseWorkQuery(parameters, user);
  const address = workAddress(query);
  const loaded = useMemo(() => lists.open(address, listRequest(query, user)), [address]);
  const list = loaded.list.value;
  const now = new Date();
  const settings = site.settings.value;
  const categories = [...(settings?.categories ?? []), staticPages];
  // Nothing is shown for a category whose name has not come yet.
  const categoryName = (slug: string) =>
    categories.find((category) => category.slug === slug)?.name ?? (settings ? slug : '');

  const linkTo = (href: string) => rows.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`);

  /** Somebody comes to the list, new or back from an article. */
  const enter = async () => {
    lists.look();
    const place = placeOf(history);
    if (place && loaded.list.value.isLoaded) {
      if (place.link !== null) linkTo(place.link)?.focus({ preventScroll: true });
      scrollTo(0, place.scrollY);
    }
    await (loaded.list.value.isLoaded ? loaded.refresh({ returns: true }) : loaded.more());
  };

  const showMore = async () => {
    const shown = loaded.list.value.items.length;
    await loaded.more();
    const first = loaded.list.value.items[shown];
    if (first) linkTo(articleAddress(first.id))?.focus({ preventScroll: true });
  };

  useEffect(() => {
    let isShown = true;
    enter().then(() => {
      const { items, next, failure } = loaded.list.value;
      if (isShown && !failure)
        announce(next === null ? `${items.length} bài` : `${items.length} bài, còn nữa`);
    });
    return () => {
      isShown = false;
    };
  }, [loaded]);

  useEffect(() => rememberPlace(window), []);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible' || !loaded.isOld()) return;
      loaded.refresh();
      lists.look();
      if (!site.settings.value) site.load().catch(() => {});
    };
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [loaded]);

  return (
    <>
      <header class="work-header">
        <PageTitle title={query.tab.label}>Bài viết</PageTitle>
        <a class="button primary" href={articleAddress('moi')}>
          Viết bài mới
        </a>
      </header>
      <DeviceDraftList drafts={lists.drafts.value} now={now} />
      <WorkTabs query={query} user={user} counts={lists.counts.value} />
      <WorkFilters
        query={query}
        user={user}
        categories={categories}
        authors={[...new Set(list.items.map(({ createdBy }) => createdBy))].sort()}
      />
      <section ref={rows} aria-label={query.tab.label} aria-busy={list.isLoading}>
        {list.changed && (
          <div class="notice changes" role="status">
            <p>Danh sách vừa thay đổi: {changesIn(list, list.changed)} bài mới hoặc vừa được sửa.</p>
            <Button onClick={loaded.showChanges}>Hiện</Button>
          </div>
        )}
        <ArticleRows items={list.items} user={user} now={now} categoryName={categoryName} />
        <ListStatus list={list} query={query} onMore={showMore} />
      </section>
    </>
  );
};
