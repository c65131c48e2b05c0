import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** Attributes that tie a control to its label, hint and error. */
type FieldIds = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };

type Props = {
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** What is wrong with the value, and what to do. */
  error?: string | undefined;
  children: (ids: FieldIds) => ComponentChildren;
};

/** A control with its label above, and its hint and error below. */
export const Field = ({ label, hint, error, children }: Props) => {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error !== undefined })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
};
