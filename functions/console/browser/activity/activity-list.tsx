import type { Activity } from '../../../../shared/activity/activity.ts';
import { actionInWords } from '../../../../shared/activity/activity-words.ts';
import type { User } from '../session/user.ts';
import { byDay, timeOfDay } from './activity-days.ts';
import { activityAddress } from './activity-query.ts';
import { subjectAddress } from './subject-address.ts';

type Props = {
  entries: readonly Activity[];
  user: User;
  /** Whether they are all about one thing. */
  isOfOne: boolean;
};

/** The log as sentences, newest first, under a heading for each day. */
export const ActivityList = ({ entries, user, isOfOne }: Props) => (
  <>
    {byDay(entries).map(({ day, name, entries: ofDay }) => (
      <section key={day} class="activity-day" aria-labelledby={`ngay-${day}`}>
        <h2 id={`ngay-${day}`}>{name}</h2>
        <ol>
          {ofDay.map((entry) => (
            <Entry key={`${entry.at}#${entry.id}`} entry={entry} user={user} isOfOne={isOfOne} />
          ))}
        </ol>
      </section>
    ))}
  </>
);

const Entry = ({ entry, user, isOfOne }: Omit<Props, 'entries'> & { entry: Activity }) => {
  const { at, by, title, note, subject } = entry;
  const address = subjectAddress(entry, user.role);
  return (
    <li>
      <time dateTime={at}>{timeOfDay(at)}</time>
      <div>
        <p>
          <a class="person" href={activityAddress({ by })} title={`Mọi việc của ${by}`}>
            {by}
          </a>{' '}
          {actionInWords(entry)} {address === null ? `“${title}”` : <a href={address}>{title}</a>}
        </p>
        {note && <p class="note">“{note}”</p>}
      </div>
      {!isOfOne && (subject.kind === 'article' || subject.kind === 'image') && (
        <a class="same" href={activityAddress({ [subject.kind]: subject.id })}>
          {subject.kind === 'article' ? 'Mọi việc của bài này' : 'Mọi việc của ảnh này'}
        </a>
      )}
    </li>
  );
};
