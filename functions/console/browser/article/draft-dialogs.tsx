import { useMemo } from 'preact/hooks';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import { FoundDraftDialog } from '../conflict/found-draft-dialog.tsx';
import type { DraftSession } from '../drafts/draft-session-types.ts';
import { useSession } from '../session/session-context.ts';
import type { ArticleForm } from './article-form.ts';

type Props = {
  drafts: DraftSession;
  form: ArticleForm;
  now: Date;
  isConflictOpen: boolean;
  onConflictClose: () => void;
};

/** What is asked before anything is replaced: a draft found on this device, or two versions of the article. */
export const DraftDialogs = ({ drafts, form, now, isConflictOpen, onConflictClose }: Props) => {
  const { user } = useSession();
  const conflict = drafts.conflict.value;
  const found = drafts.found.value;
  const isOpen = isConflictOpen && conflict !== null;
  const mine = useMemo(() => form.read(), [isOpen, conflict]);
  return (
    <>
      {conflict && (
        <ConflictDialog
          open={isOpen}
          conflict={conflict}
          mine={mine}
          user={user.name}
          now={now}
          onResolve={(content) => {
            form.fill(content);
            drafts.resolve(content);
            onConflictClose();
          }}
          onClose={onConflictClose}
        />
      )}
      {found && (
        <FoundDraftDialog
          open
          found={found}
          current={drafts.current.value}
          now={now}
          onUse={() => form.fill(drafts.useFound())}
          onDiscard={drafts.discardFound}
          onPostpone={drafts.postponeFound}
        />
      )}
    </>
  );
};
