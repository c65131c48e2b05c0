import { useEffect, useRef, useState } from 'preact/hooks';
import type { Image } from '../../../../shared/images/image.ts';
import { type Api, useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { useImages } from './images-context.tsx';

/** What is asked of the library. */
export type LibraryQuery = { words: string; state: 'ready' | 'undescribed'; uploadedBy?: string };

/** Images of one page, and pages that are asked for to fill it: one of a search may be nearly empty. */
const pageSize = 24;
const maxPages = 5;
/** Milliseconds without typing after which a search begins. */
const pauseMs = 300;

type Found = { items: readonly Image[]; next: string | null };

const readPage = async (
  api: Api,
  { words, state, uploadedBy }: LibraryQuery,
  from: string | null,
): Promise<Found> => {
  const items: Image[] = [];
  let next = from;
  for (let pages = 0; pages < maxPages && items.length < pageSize; pages += 1) {
    const query = {
      state,
      limit: String(pageSize),
      ...(words !== '' && { q: words }),
      ...(uploadedBy !== undefined && { uploadedBy }),
      ...(next !== null && { cursor: next }),
    };
    const { body } = await api.call('GET /api/admin/images', { query });
    items.push(...body.items);
    next = body.next;
    if (next === null) break;
  }
  return { items, next };
};

/** Images, each once. */
const distinct = (images: readonly Image[]): Image[] => [
  ...new Map(images.map((image) => [image.id, image])).values(),
];

/** The images of the library that a query finds, newest first, a page at a time. */
export const useLibrary = (query: LibraryQuery) => {
  const api = useApi();
  const cache = useImages();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(true);
  /** Counts the requests: only the newest one's answer is shown. */
  const newest = useRef(0);
  /** Images uploaded since the newest request was sent: its answer may not contain them. */
  const uploaded = useRef<readonly Image[]>([]);

  const load = async (before: Found | null) => {
    newest.current += 1;
    uploaded.current = [];
    const request = newest.current;
    setIsLoading(true);
    setProblem(null);
    try {
      const page = await readPage(api, query, before?.next ?? null);
      if (request !== newest.current) return;
      for (const image of page.items) cache.put(image);
      const items = distinct([...uploaded.current, ...(before?.items ?? []), ...page.items]);
      setFound({ items, next: page.next });
    } catch (error) {
      if (request === newest.current) setProblem(explainFailure(error).sentence);
    }
    if (request === newest.current) setIsLoading(false);
  };

  useEffect(() => {
    const timer = setTimeout(() => void load(null), found === null ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [query.words, query.state, query.uploadedBy]);

  return {
    /** As this page knows them now: described here, or deleted meanwhile. */
    images: (found?.items ?? []).flatMap(({ id }) => {
      const image = cache.get(id).value;
      return image === null || typeof image === 'string' ? [] : [image];
    }),
    isLoading,
    problem,
    hasMore: found !== null && found.next !== null,
    more: () => load(found),
    reload: () => load(null),
    /** Puts images that were just uploaded first. */
    prepend: (images: readonly Image[]) => {
      uploaded.current = [...images.toReversed(), ...uploaded.current];
      setFound((before) => ({
        items: distinct([...images.toReversed(), ...(before?.items ?? [])]),
        next: before?.next ?? null,
      }));
    },
  };
};
