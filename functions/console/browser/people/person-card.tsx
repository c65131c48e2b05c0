import type { Person } from '../../../../shared/people/person.ts';
import { roleNames } from '../../../../shared/people/role-names.ts';
import { Button } from '../ui/button.tsx';
import { actionsFor, continuationOf, type PersonAction } from './person-action.ts';
import { actionWords, calledName, signInInWords, unfinishedInWords } from './person-words.ts';

type Props = {
  person: Person;
  ownName: string;
  now: Date;
  onAsk: (action: PersonAction) => void;
};

/** The heading of a person's card, which takes the focus after a change. */
export const headingId = (name: string) => `person-${name}`;

/** A person: who they are, what they may do, when they last signed in, and what can be changed. */
export const PersonCard = ({ person, ownName, now, onAsk }: Props) => {
  const isOwn = person.name === ownName;
  const continuation = isOwn ? null : continuationOf(person);
  const unfinished = unfinishedInWords(person);
  return (
    <li class={person.isEnabled ? 'person' : 'person disabled'}>
      <h2 id={headingId(person.name)} tabIndex={-1}>
        {calledName(person)} {isOwn && <small>(bạn)</small>}
      </h2>
      <p class="person-role">{person.role ? roleNames[person.role] : 'chưa có vai trò'}</p>
      <p class="person-account">
        {person.name} · {person.email}
      </p>
      <p>{signInInWords(person, now)}</p>
      {unfinished && (
        <div class="notice problem">
          <p>{unfinished}</p>
          {continuation && <Button onClick={() => onAsk(continuation.action)}>Làm tiếp</Button>}
        </div>
      )}
      <div class="person-actions">
        {actionsFor(person, ownName).map((action) => (
          <Button
            key={action}
            kind={actionWords[action].isDanger ? 'danger' : 'plain'}
            aria-label={`${actionWords[action].label}: ${calledName(person)}`}
            onClick={() => onAsk(action)}
          >
            {actionWords[action].label}
          </Button>
        ))}
      </div>
    </li>
  );
};
