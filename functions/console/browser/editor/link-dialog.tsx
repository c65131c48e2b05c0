import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { isVagueLinkText, readAddress } from './link-address.ts';
import type { LinkRange } from './link-commands.ts';

type Props = {
  /** What is to be a link; null while the dialog is closed. */
  range: LinkRange | null;
  origin: string;
  onLink: (href: string, text: string) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** Asks for the address of a link, and for its text where none is selected. */
export const LinkDialog = ({ range, onClose, ...props }: Props) => (
  <Dialog title={range?.href ? 'Sửa liên kết' : 'Thêm liên kết'} open={range !== null} onClose={onClose}>
    {range && <LinkForm range={range} {...props} />}
  </Dialog>
);

const vagueHint =
  'Người nghe đọc màn hình không biết liên kết này dẫn tới đâu. Hãy dùng chữ nói rõ nội dung, ví dụ “Kế hoạch số 12”.';

const LinkForm = ({ range, origin, onLink, onRemove }: Omit<Props, 'onClose'> & { range: LinkRange }) => {
  const [address, setAddress] = useState(range.href ?? '');
  const [text, setText] = useState(range.text);
  const [problem, setProblem] = useState<string>();
  const isTextAsked = range.from === range.to;
  const submit = (event: Event) => {
    event.preventDefault();
    const read = readAddress(address, origin);
    if ('problem' in read) setProblem(read.problem);
    else onLink(read.href, text.trim() || read.href);
  };
  const hint = isVagueLinkText(text) ? vagueHint : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <Field label="Địa chỉ" error={problem} hint="Ví dụ: https://chinhphu.vn hoặc /thong-bao">
        {(ids) => (
          <input
            {...ids}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        )}
      </Field>
      {isTextAsked ? (
        <Field label="Chữ hiển thị" hint={hint}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : (
        hint && <p class="notice">{hint}</p>
      )}
      <div class="editor-dialog-actions">
        <Button kind="primary" type="submit">
          Lưu liên kết
        </Button>
        {range.href !== null && <Button onClick={onRemove}>Bỏ liên kết</Button>}
      </div>
    </form>
  );
};
