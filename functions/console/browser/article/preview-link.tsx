import { useRef, useState } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { momentInWords } from './publication-words.ts';

type Props = {
  open: boolean;
  /** Saves what is typed and returns the article's id. */
  save: () => Promise<{ id: string }>;
  onClose: () => void;
};
type Link = { url: string; expiresAt: string };

/** Validities of a link, in hours. */
const validities = [
  [24, '1 ngày'],
  [72, '3 ngày'],
  [168, '1 tuần'],
  [336, '2 tuần'],
] as const;
const usualHours = 72;

/** Makes a link by which a colleague without an account reads the article before it is published. */
export const PreviewLinkDialog = ({ open, save, onClose }: Props) => (
  <Dialog title="Liên kết xem trước" open={open} onClose={onClose}>
    <PreviewLinkForm save={save} onClose={onClose} />
  </Dialog>
);

const PreviewLinkForm = ({ save, onClose }: Omit<Props, 'open'>) => {
  const api = useApi();
  const [hours, setHours] = useState<number>(usualHours);
  const [link, setLink] = useState<Link | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');

  const make = async () => {
    setBusy(true);
    setFailure('');
    try {
      const { id } = await save();
      const { body } = await api.call('POST /api/admin/articles/{id}/preview', {
        path: { id },
        body: { hours },
      });
      setLink({ url: location.origin + body.url, expiresAt: body.expiresAt });
    } catch (error) {
      setFailure(explainFailure(error).sentence);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <p>Ai có liên kết đều đọc được bản đã lưu lúc này, không cần tài khoản. Chỉ gửi cho người cần xem.</p>
      <Field label="Dùng được trong">
        {(ids) => (
          <select
            {...ids}
            value={hours}
            onChange={({ currentTarget }) => setHours(Number(currentTarget.value))}
          >
            {validities.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <p class="dialog-buttons">
        <Button kind="primary" busy={isBusy} onClick={make}>
          {link ? 'Tạo liên kết khác' : 'Tạo liên kết'}
        </Button>
        <Button onClick={onClose}>Đóng</Button>
      </p>
      {link && <MadeLink {...link} />}
    </>
  );
};

const MadeLink = ({ url, expiresAt }: Link) => {
  const input = useRef<HTMLInputElement>(null);
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
      announce('Đã sao chép liên kết.');
    } catch {
      // Without permission or https: the link is selected, for the keys of the system.
      announce('Hãy nhấn Ctrl và C để sao chép liên kết đang được chọn.');
    }
  };
  return (
    <div role="status">
      <Field label="Liên kết" hint={`Hết hạn lúc ${momentInWords(new Date(expiresAt))}.`}>
        {(ids) => (
          <input
            {...ids}
            ref={input}
            readOnly
            value={url}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
      </Field>
      <Button onClick={copy}>{isCopied ? 'Đã sao chép' : 'Sao chép liên kết'}</Button>
    </div>
  );
};
