import { useRef, useState } from 'preact/hooks';
import type { Person } from '../../../../shared/people/person.ts';
import { LoadingFailure } from '../api/loading-failure.tsx';
import { useSession } from '../session/session-context.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { type Asked, ChangeDialog } from './change-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { headingId, PersonCard } from './person-card.tsx';
import { actionWords, calledName } from './person-words.ts';
import { usePeople } from './use-people.ts';

/** The accounts of the staff: who may do what, when they signed in, and every change of them. */
export const PeoplePage = () => {
  const { user } = useSession();
  const { show } = useNotices();
  const { loaded, reload } = usePeople();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isInviting, setInviting] = useState(false);
  /** Whose card takes the focus once the dialog is closed: the button that opened it may be gone. */
  const focusNext = useRef<string | null>(null);
  /** What was shown last, while the list is loaded again. */
  const shown = useRef<readonly Person[]>([]);
  if (loaded.kind === 'loaded') shown.current = loaded.value;

  const closed = () => {
    setAsked(null);
    setInviting(false);
    if (focusNext.current !== null) document.getElementById(headingId(focusNext.current))?.focus();
    focusNext.current = null;
  };
  const close = () => {
    setAsked(null);
    setInviting(false);
  };
  const finish = (name: string, sentence: string) => {
    focusNext.current = name;
    show({ kind: 'done', text: sentence });
    close();
    reload();
  };
  const reloadAfterFailure = () => {
    close();
    reload();
  };

  return (
    <div class="people">
      <PageTitle title="Người dùng" />
      <p>
        <Button kind="primary" onClick={() => setInviting(true)}>
          Mời người mới
        </Button>
      </p>
      {loaded.kind === 'failed' && <LoadingFailure failure={loaded.failure} onRetry={reload} />}
      {loaded.kind === 'loading' && shown.current.length === 0 && <p>Đang mở danh sách…</p>}
      {loaded.kind !== 'failed' && (
        <ul class="people-list" aria-label="Người dùng" aria-busy={loaded.kind === 'loading'}>
          {shown.current.map((person) => (
            <PersonCard
              key={person.name}
              person={person}
              ownName={user.name}
              now={new Date()}
              onAsk={(action) => setAsked({ action, person })}
            />
          ))}
        </ul>
      )}
      <ChangeDialog
        asked={asked}
        onDone={({ action, person }) => finish(person.name, actionWords[action].done(calledName(person)))}
        onReload={reloadAfterFailure}
        onClose={closed}
      />
      <InviteDialog
        open={isInviting}
        onInvited={(person) =>
          finish(person.name, `Đã gửi thư mời cho ${calledName(person)}. Tên đăng nhập: ${person.name}.`)
        }
        onReload={reloadAfterFailure}
        onClose={closed}
      />
    </div>
  );
};
