import { useId } from 'preact/hooks';
import type { ArticleState } from '../../../../shared/articles/state.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { PublicationChoice, PublicationPlan } from './publication-plan.ts';
import { type QuickTime, quickTimes, quickWithdrawals, toLocalInput } from './publication-words.ts';

type Props = {
  state: ArticleState;
  choice: PublicationChoice;
  onChange: (choice: PublicationChoice) => void;
  plan: PublicationPlan;
  now: Date;
  /** Whether what is still missing is said: once somebody has tried to go on. */
  showsProblems: boolean;
};

/** When an article is published, until when, and how. */
export const PublicationFields = ({ state, choice, onChange, plan, now, showsProblems }: Props) => {
  const set = (fields: Partial<PublicationChoice>) => onChange({ ...choice, ...fields });
  const publishedAt = choice.when === 'at' && choice.at !== '' ? new Date(`${choice.at}+07:00`) : now;
  return (
    <>
      {choice.when === 'at' && (
        <TimeField
          label="Ngày giờ đăng (giờ Việt Nam)"
          value={choice.at}
          quick={quickTimes(now)}
          error={showsProblems ? plan.problems.at : undefined}
          onChange={(at) => set({ at })}
        />
      )}
      {state === 'live' && choice.when === 'unchanged' && (
        <Check
          label="Không ghi ngày cập nhật"
          hint="Cho lỗi chính tả và những chỗ không đổi sự việc."
          isOn={choice.isQuiet}
          onChange={(isQuiet) => set({ isQuiet })}
        />
      )}
      <Check
        label="Tự gỡ bài vào một lúc"
        hint="Cho thông báo chỉ đúng trong một thời gian."
        isOn={choice.hasWithdrawal}
        onChange={(hasWithdrawal) => set({ hasWithdrawal })}
      />
      {choice.hasWithdrawal && (
        <TimeField
          label="Ngày giờ gỡ (giờ Việt Nam)"
          value={choice.withdrawAt}
          quick={Number.isNaN(publishedAt.getTime()) ? [] : quickWithdrawals(publishedAt)}
          error={showsProblems || choice.withdrawAt !== '' ? plan.problems.withdrawAt : undefined}
          onChange={(withdrawAt) => set({ withdrawAt })}
        />
      )}
      <div class="plan" role="status">
        {plan.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
};

type TimeFieldProps = {
  label: string;
  value: string;
  quick: readonly QuickTime[];
  error: string | undefined;
  onChange: (value: string) => void;
};

const TimeField = ({ label, value, quick, error, onChange }: TimeFieldProps) => (
  <>
    <Field label={label} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="datetime-local"
          value={value}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
    <p class="quick-times">
      {quick.map(({ label: name, at }) => (
        <Button key={name} onClick={() => onChange(toLocalInput(at))}>
          {name}
        </Button>
      ))}
    </p>
  </>
);

type CheckProps = { label: string; hint: string; isOn: boolean; onChange: (isOn: boolean) => void };

const Check = ({ label, hint, isOn, onChange }: CheckProps) => {
  const id = useId();
  return (
    <div class="check-field">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={id}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {label}
      </label>
      <p class="hint" id={id}>
        {hint}
      </p>
    </div>
  );
};
