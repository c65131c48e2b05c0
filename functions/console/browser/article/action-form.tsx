import { useState } from 'preact/hooks';
import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import type { Failure } from '../api/failure.ts';
import { useSession } from '../session/session-context.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { actionWords, checkedActions } from './action-words.ts';
import { ChecklistList } from './checklist-list.tsx';
import { lengthOf, textFullness } from './field-limits.ts';
import type { Finding, Place } from './finding.ts';
import { firstChoice } from './first-choice.ts';
import type { ArticleAction } from './possible-actions.ts';
import { PublicationFields } from './publication-fields.tsx';
import { publicationPlan } from './publication-plan.ts';
import type { Dated } from './state-words.ts';
import type { StepBody } from './take-action.ts';

type Props = {
  action: ArticleAction;
  article: Dated;
  findings: readonly Finding[];
  now: Date;
  isBusy: boolean;
  /** Why it did not work. */
  failure: Failure | null;
  onGo: (place: Place) => void;
  onConfirm: (body: StepBody) => void;
  onCancel: () => void;
};

/** What is asked before an action: what will happen, what is missing, when, and with which note. */
export const ActionForm = (props: Props) => {
  const { action, article, findings, now, isBusy, failure, onGo, onConfirm, onCancel } = props;
  const session = useSession();
  const words = actionWords[action.name];
  const [choice, setChoice] = useState(() => firstChoice(action.name, article));
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const plan = choice && publicationPlan({ ...choice, note }, article, now);
  const isChecked = checkedActions.includes(action.name);
  const isBlocked = plan !== null && findings.some(({ severity }) => severity === 'blocks');
  const noteError = noteErrorOf(note, words.note?.isRequired ?? false);

  const confirm = () => {
    setTried(true);
    if (isBlocked || noteError !== undefined || (plan && plan.request === null)) return;
    onConfirm(plan?.request ?? { note });
  };

  return (
    <form
      class="action-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) confirm();
      }}
    >
      {words.question && <p>{words.question}</p>}
      {isChecked && <ChecklistList findings={findings} severity="blocks" onGo={onGo} />}
      {choice && plan && (
        <PublicationFields
          state={article.state}
          choice={choice}
          onChange={setChoice}
          plan={plan}
          now={now}
          showsProblems={isTried}
        />
      )}
      {isChecked && <ChecklistList findings={findings} severity="advice" onGo={onGo} />}
      {isChecked && findings.length === 0 && <p class="check-done">✓ Không thấy thiếu gì.</p>}
      {words.note && (
        <Field label={words.note.label} hint={words.note.hint} error={isTried ? noteError : undefined}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              value={note}
              onInput={({ currentTarget }) => setNote(currentTarget.value)}
            />
          )}
        </Field>
      )}
      {isTried && isBlocked && (
        <p class="error" role="alert">
          Chưa đăng được: hãy sửa những chỗ nêu trên trước.
        </p>
      )}
      {failure && (
        <div role="alert">
          <p class="error">{failure.sentence}</p>
          {failure.kind === 'session' && <Button onClick={session.renew}>Đăng nhập lại</Button>}
        </div>
      )}
      <p class="dialog-buttons">
        <Button kind={action.kind === 'danger' ? 'danger' : 'primary'} type="submit" busy={isBusy}>
          {isBusy ? 'Đang làm…' : words.confirm}
        </Button>
        <Button onClick={onCancel}>Thôi</Button>
      </p>
    </form>
  );
};

const noteErrorOf = (note: string, isRequired: boolean): string | undefined => {
  if (isRequired && lengthOf(note) === 0) return 'Hãy viết lý do.';
  const { level, sentence } = textFullness(note, contentLimits.noteLength);
  return level === 'over' ? sentence : undefined;
};
