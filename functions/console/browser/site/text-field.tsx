import { Field } from '../ui/field.tsx';
import type { TextFieldRow } from './text-field-table.ts';

type Props = {
  row: TextFieldRow;
  value: string;
  error: string | undefined;
  onInput: (value: string) => void;
};

/** One line of text of the site. */
export const TextField = ({
  row: { label, hint, maxLength, inputMode, isRequired },
  value,
  error,
  onInput,
}: Props) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <input
        {...ids}
        inputMode={inputMode ?? 'text'}
        value={value}
        maxLength={maxLength}
        required={isRequired}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
);
