import { useEffect, useRef } from 'preact/hooks';
import { useSession } from '../session/session-context.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import type { DraftSession } from './draft-session-types.ts';
import { concernOf, saveSentence } from './save-sentence.ts';

type Props = { drafts: DraftSession; now: Date; onShowConflict: () => void };

/**
 * Where what was typed is, with a way on where something is wrong. A screen reader hears it when something goes wrong and when it is
 * over, not at every save.
 */
export const SaveStatus = ({ drafts, now, onShowConflict }: Props) => {
  const session = useSession();
  const announce = useAnnounce();
  const state = drafts.status.value;
  const { text, isProblem } = saveSentence(state, now);
  const concern = concernOf(state);
  const lastConcern = useRef(concern);
  useEffect(() => {
    if (concern !== lastConcern.current) announce(text);
    lastConcern.current = concern;
  }, [concern]);
  return (
    <div class={`save-status ${isProblem ? 'problem' : ''}`}>
      <p>{text}</p>
      {concern === 'session' && <Button onClick={session.renew}>Đăng nhập lại</Button>}
      {concern === 'conflict' && (
        <Button kind="primary" onClick={onShowConflict}>
          Xem hai bản
        </Button>
      )}
      {concern === 'missing' && (
        // What fails is said by the status itself.
        <Button onClick={() => drafts.saveAsNew().catch(() => {})}>Lưu thành bài mới</Button>
      )}
    </div>
  );
};
