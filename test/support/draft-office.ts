import { signal } from '@preact/signals';
import type { Api } from '../../functions/console/browser/api/api-context.ts';
import {
  type ContentVersion,
  isSameContent,
  type NewArticle,
  versionOfReply,
} from '../../functions/console/browser/drafts/content-version.ts';
import type { DeviceDrafts, DraftRecord } from '../../functions/console/browser/drafts/device-drafts.ts';
import { createDraftSession } from '../../functions/console/browser/drafts/draft-session.ts';
import type { SessionState } from '../../functions/console/browser/session/session.ts';
import { RefusedCall } from '../../shared/api/client.ts';
import type { ArticleContent } from '../../shared/articles/content.ts';
import type { ArticleState } from '../../shared/articles/state.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What becomes of a request: `lost` does not arrive, `unanswered` is applied but its reply is lost; a number is refused with that status. */
export type Fate = 'ok' | 'lost' | 'unanswered' | 401 | 429 | 500;

export const emptyContent: ArticleContent = {
  title: 'Họp tổ dân phố',
  summary: '',
  body: '',
  category: 'tin-tuc',
  tags: [],
  author: '',
  source: '',
  cover: null,
  gallery: [],
  oldUrls: [],
};

export type Revision = ContentVersion & { action: string };

/** One article on a server in memory, with the API's rules for versions and states. */
export const articleServer = (
  time: VirtualTime,
  onRevision: (after: Revision, before: Revision | undefined) => void = () => {},
) => {
  const revisions: Revision[] = [];
  const current = () => revisions.at(-1);
  const add = (fields: Pick<Revision, 'id' | 'content' | 'state' | 'updatedBy' | 'action'>): Revision => {
    const revision = { ...fields, version: revisions.length + 1, updatedAt: time.clock().toISOString() };
    onRevision(revision, current());
    revisions.push(revision);
    return revision;
  };
  const replyOf = ({ content, action: _, ...rest }: Revision) => ({ ...content, ...rest });
  const refusal = (status: number, extra: object = {}) => new RefusedCall('', status, extra);
  const isStale = (article: Revision) =>
    refusal(412, { code: 'stale_version', current: replyOf(article) as never });

  const save = (id: string, content: ArticleContent, seen: number | null, by: string): Revision => {
    const article = current();
    if (content.title === '') throw refusal(422);
    if (seen === null) {
      if (article) throw isStale(article);
      return add({ id, content, state: 'draft', updatedBy: by, action: 'create' });
    }
    if (!article || article.id !== id) throw refusal(404);
    const isAgain = article.version === seen + 1 && article.updatedBy === by;
    if (isAgain && isSameContent(article.content, content)) return article;
    if (article.version !== seen) throw isStale(article);
    const state: ArticleState = article.state === 'approved' ? 'in_review' : article.state;
    return add({ id, content, state, updatedBy: by, action: 'save' });
  };

  return {
    revisions,
    current,
    save,
    /** A step of the workflow by somebody. */
    step(state: ArticleState, by: string): Revision | null {
      const article = current();
      return article ? add({ ...article, state, updatedBy: by, action: 'step' }) : null;
    },
    replyOf,
    isStale,
  };
};
export type ArticleServer = ReturnType<typeof articleServer>;

/** A device whose storage survives a tab; `isBroken` refuses writes. */
export const memoryDevice = () => {
  const records = new Map<string, DraftRecord>();
  return { records, isBroken: false };
};
type MemoryDevice = ReturnType<typeof memoryDevice>;

type Office = { time: VirtualTime; server: ArticleServer; device: MemoryDevice; user: string };

/** A tab in which somebody edits the article. It sees the network through `fates` and dies with `kill`. */
export const openTab = (
  { time, server, device, user }: Office,
  opened: ContentVersion | NewArticle,
  newId: () => string,
) => {
  const form = { content: opened.content };
  const isOnline = signal(true);
  const sessionState = signal<SessionState>('active');
  const fates: Fate[] = [];
  const seen = { requestsAtOnce: 0, mostRequestsAtOnce: 0, asksBeforeLeaving: false };
  let isAlive = true;
  /** Passes on what happens as long as the tab lives. */
  const living =
    <Arguments extends unknown[]>(run: (...given: Arguments) => void) =>
    (...given: Arguments) => {
      if (isAlive) run(...given);
    };
  const later = (run: () => void, ms: number) => time.later(living(run), ms);
  const after = <Result>(ms: number, make: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      time.later(() => {
        try {
          const result = make();
          if (isAlive) resolve(result);
        } catch (error) {
          if (isAlive) reject(error);
        }
      }, ms);
    });

  const call = async (route: string, { ifMatch, isNew, path, body }: Record<string, unknown> = {}) => {
    const fate = isOnline.value ? (fates.shift() ?? 'ok') : 'lost';
    seen.requestsAtOnce += 1;
    seen.mostRequestsAtOnce = Math.max(seen.mostRequestsAtOnce, seen.requestsAtOnce);
    try {
      return await after(300, () => {
        if (sessionState.value !== 'active') throw new RefusedCall('', 401, {});
        if (fate === 'lost') throw new TypeError('Failed to fetch');
        if (typeof fate === 'number') throw new RefusedCall('', fate, {});
        const { note: _, ...content } = (body ?? {}) as ArticleContent & { note: string };
        const { id } = path as { id: string };
        const article = route.startsWith('PUT')
          ? server.save(id, content, isNew ? null : (ifMatch as number), user)
          : server.current();
        if (!article) throw new RefusedCall('', 404, {});
        if (fate === 'unanswered') throw new TypeError('Failed to fetch');
        return { status: 200, body: server.replyOf(article), version: article.version };
      });
    } finally {
      seen.requestsAtOnce -= 1;
    }
  };

  const drafts = {
    keep: (draftId: string, record: DraftRecord) =>
      after(100, () => {
        if (device.isBroken) throw new DOMException('', 'QuotaExceededError');
        device.records.set(draftId, structuredClone(record));
      }),
    remove: (draftId: string) => after(100, () => void device.records.delete(draftId)),
    list: async () =>
      [...device.records].map(([draftId, record]) => ({ draftId, isReadable: true as const, ...record })),
  } satisfies DeviceDrafts;

  const session = createDraftSession(
    {
      api: { call: call as unknown as Api['call'] },
      device: drafts,
      tabs: {
        hold: () => () => {},
        held: async () => new Set(),
        tellSaved: () => {},
        onSaved: () => () => {},
      },
      page: {
        onLeave: () => () => {},
        askBeforeLeaving: (isAtRisk) => {
          seen.asksBeforeLeaving = isAtRisk;
        },
      },
      clock: time.clock,
      later,
      newId,
      user,
      isOnline,
      sessionState,
    },
    opened,
    () => form.content,
  );

  return {
    session,
    form,
    fates,
    seen,
    isOnline,
    sessionState,
    /** Adds a paragraph to the body. */
    type(word: string) {
      form.content = { ...form.content, body: `${form.content.body}<p>${word}</p>` };
      session.touched();
    },
    kill() {
      isAlive = false;
    },
  };
};
export type Tab = ReturnType<typeof openTab>;

/** The version that a tab opens: what the server has, or a new article. */
export const openedVersion = (server: ArticleServer): ContentVersion | NewArticle => {
  const article = server.current();
  return article
    ? versionOfReply(server.replyOf(article))
    : { id: null, version: null, state: 'draft', content: emptyContent };
};

/** The paragraphs of a content. */
export const wordsOf = ({ body }: ArticleContent): string[] =>
  Array.from(body.matchAll(/<p>(.*?)<\/p>/g), ([, word = '']) => word);
