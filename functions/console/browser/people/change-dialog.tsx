import { useState } from 'preact/hooks';
import type { Person } from '../../../../shared/people/person.ts';
import { useApi } from '../api/api-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFailure } from './dialog-failure.tsx';
import { type PersonAction, takePersonAction } from './person-action.ts';
import { actionWords, calledName } from './person-words.ts';
import { RoleSelect } from './role-select.tsx';
import { useSubmission } from './use-submission.ts';

/** An action on an account, about which an admin is asked. */
export type Asked = { action: PersonAction; person: Person };

type Props = {
  asked: Asked | null;
  onDone: (asked: Asked) => void;
  onReload: () => void;
  onClose: () => void;
};

/** Says what an action means, and takes it when that is confirmed. */
export const ChangeDialog = ({ asked, onClose, ...props }: Props) => (
  <Dialog
    title={asked ? `${actionWords[asked.action].label}: ${calledName(asked.person)}` : ''}
    open={asked !== null}
    onClose={onClose}
  >
    {asked && <ChangeForm asked={asked} onClose={onClose} {...props} />}
  </Dialog>
);

const ChangeForm = ({ asked, onDone, onReload, onClose }: Props & { asked: Asked }) => {
  const { action, person } = asked;
  const api = useApi();
  const words = actionWords[action];
  const [role, setRole] = useState(person.unfinished?.role ?? person.role ?? 'author');
  const { isBusy, failure, onSubmit } = useSubmission(async () => {
    await takePersonAction(api, person, action === 'change-role' ? { action, role } : { action });
    onDone(asked);
  });

  return (
    <form onSubmit={onSubmit}>
      <p>{words.question(calledName(person))}</p>
      {action === 'change-role' && <RoleSelect value={role} onChange={setRole} />}
      <DialogFailure failure={failure} onReload={onReload} />
      <p class="dialog-buttons">
        <Button kind={words.isDanger ? 'danger' : 'primary'} type="submit" busy={isBusy}>
          {isBusy ? 'Đang làm…' : words.confirm}
        </Button>
        <Button onClick={onClose}>Thôi</Button>
      </p>
    </form>
  );
};
