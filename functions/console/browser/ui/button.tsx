import type { ButtonHTMLAttributes } from 'preact';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'class' | 'type'> & {
  kind?: 'primary' | 'plain' | 'danger';
  /** What it does is under way: it keeps the focus and does nothing. */
  busy?: boolean;
  type?: 'button' | 'submit';
  onClick?: () => void;
};

/** A button. While busy it is `aria-disabled`, for a disabled one would lose the focus. */
export const Button = ({ kind = 'plain', busy = false, type = 'button', onClick, ...attributes }: Props) => (
  <button
    {...attributes}
    type={type}
    class={`button ${kind}`}
    aria-disabled={busy}
    onClick={() => {
      if (!busy) onClick?.();
    }}
  />
);
