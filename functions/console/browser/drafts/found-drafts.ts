import { signal } from '@preact/signals';
import { type ContentVersion, isSameContent, type NewArticle } from './content-version.ts';
import type { FoundDraft } from './device-drafts.ts';
import type { DraftDependencies } from './draft-session-types.ts';

type Dependencies = Pick<DraftDependencies, 'device' | 'tabs' | 'clock'>;

/** Drafts of this device that the server does not have and no living tab edits, newest first; none where storage is forbidden. */
export const listDeviceDrafts = async ({ device, tabs, clock }: Dependencies): Promise<FoundDraft[]> => {
  const [drafts, held] = await Promise.all([device.list(clock()).catch(() => []), tabs.held()]);
  return drafts.filter(({ draftId }) => !held.has(draftId));
};

/** The drafts that earlier tabs left of an article that is opened, shown one at a time. A new article is offered every unsaved new one. */
export const foundDrafts = (
  dependencies: Dependencies,
  ownId: string,
  opened: ContentVersion | NewArticle,
) => {
  const shown = signal<FoundDraft | null>(null);
  let others: FoundDraft[] = [];
  let used: FoundDraft | null = null;

  const isOfArticle = (draft: FoundDraft) =>
    opened.id === null ? draft.isReadable && draft.base === null : draft.articleId === opened.id;
  /** The server has it, or nothing was typed. */
  const isNeedless = (draft: FoundDraft) =>
    draft.isReadable &&
    [opened.content, draft.base?.content].some((content) => content && isSameContent(content, draft.content));
  const showNext = () => {
    shown.value = others.shift() ?? null;
  };
  const remove = ({ draftId }: FoundDraft) => dependencies.device.remove(draftId).catch(() => {});

  return {
    shown,

    async look() {
      const drafts = await listDeviceDrafts(dependencies);
      const own = drafts.filter((draft) => draft.draftId !== ownId && isOfArticle(draft));
      for (const draft of own.filter(isNeedless)) remove(draft);
      others = own.filter((draft) => !isNeedless(draft));
      showNext();
    },

    /** Takes the shown draft. Its record stays until `forgetUsed`. Throws when none is shown that can be read. */
    use(): Extract<FoundDraft, { isReadable: true }> {
      const { value } = shown;
      if (!value?.isReadable) throw new Error('No readable draft was found');
      used = value;
      others = [];
      shown.value = null;
      return value;
    },
    /** Removes the record of the used draft: another one holds its content now. */
    forgetUsed() {
      if (used) remove(used);
      used = null;
    },
    discard() {
      if (shown.value) remove(shown.value);
      showNext();
    },
    postpone: showNext,
  };
};
