import * as z from 'zod/mini';
import type { ContentVersion } from './content-version.ts';

const lockPrefix = 'cong-tin-draft/';

/** What a tab tells the others: an article was saved. */
const message = z.object({ kind: z.literal('saved'), id: z.string(), version: z.int() });
type SavedMessage = z.infer<typeof message>;

/** The tabs of this browser that edit drafts. A tab holds a lock for each of its drafts, which the browser releases when it dies. */
export const draftTabs = (channel: BroadcastChannel, locks: LockManager | undefined) => ({
  /** Says that this tab edits a draft, until the returned function is called. */
  hold(draftId: string): () => void {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    locks?.request(lockPrefix + draftId, () => held);
    return release;
  },

  /** The drafts that living tabs edit. https://developer.mozilla.org/docs/Web/API/LockManager/query */
  async held(): Promise<ReadonlySet<string>> {
    const { held = [] } = (await locks?.query()) ?? {};
    return new Set(held.map(({ name = '' }) => name.slice(lockPrefix.length)));
  },

  tellSaved: ({ id, version }: Pick<ContentVersion, 'id' | 'version'>) =>
    channel.postMessage({ kind: 'saved', id, version } satisfies SavedMessage),

  /** Calls `hear` for each article that another tab saves, until the returned function is called. */
  onSaved(hear: (saved: { id: string; version: number }) => void): () => void {
    const listen = ({ data }: MessageEvent) => {
      const parsed = message.safeParse(data);
      if (parsed.success) hear(parsed.data);
    };
    channel.addEventListener('message', listen);
    return () => channel.removeEventListener('message', listen);
  },
});
export type DraftTabs = ReturnType<typeof draftTabs>;
