import { useMemo } from 'preact/hooks';
import { useSite } from '../api/site-context.ts';
import type { ContentVersion, NewArticle } from '../drafts/content-version.ts';
import type { FoundDraft } from '../drafts/device-drafts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { timeInWords } from '../ui/time-in-words.ts';
import { ChangedWords } from './changed-words.tsx';
import { differencesOf } from './difference.ts';
import { mergeContents } from './merge-contents.ts';

type Props = {
  open: boolean;
  found: FoundDraft;
  /** What the form shows: the server's version. */
  current: ContentVersion | NewArticle;
  now: Date;
  onUse: () => void;
  onDiscard: () => void;
  /** Closed without a choice: the draft stays on the device. */
  onPostpone: () => void;
};

/** Shows a draft that was found on this device beside the server's version. Nothing is replaced before a choice. */
export const FoundDraftDialog = ({ open, onUse, onDiscard, onPostpone, found, current, now }: Props) => (
  <Dialog title="Tìm thấy bản nháp chưa lưu" open={open} onClose={onPostpone} wide>
    <p>
      {found.keptAt === null
        ? 'Trên máy này còn một bản nháp chưa lưu lên máy chủ.'
        : `Bản nháp được giữ trên máy này lúc ${timeInWords(new Date(found.keptAt), now)}.`}{' '}
      {current.id === null
        ? 'Bài chưa có trên máy chủ.'
        : `Bản trên máy chủ được ${current.updatedBy} lưu lúc ${timeInWords(new Date(current.updatedAt), now)}.`}
    </p>
    {found.isReadable ? (
      <Differences found={found} current={current} />
    ) : (
      <UnreadableDraft text={found.text} />
    )}
    <footer class="dialog-footer">
      <Button kind="danger" onClick={onDiscard}>
        Bỏ bản tìm thấy
      </Button>
      <Button onClick={onPostpone}>Để sau</Button>
      {found.isReadable && (
        <Button kind="primary" onClick={onUse}>
          Dùng bản tìm thấy
        </Button>
      )}
    </footer>
  </Dialog>
);

type Compared = { found: Extract<FoundDraft, { isReadable: true }>; current: Props['current'] };

const Differences = ({ found, current }: Compared) => {
  const { settings } = useSite();
  const differences = useMemo(() => {
    const names = new Map(settings.value?.categories.map(({ slug, name }) => [slug, name]));
    const merge = mergeContents(current.content, found.content, current.content);
    return differencesOf(merge, (slug) => names.get(slug) ?? slug);
  }, [found, current, settings.value]);
  return (
    <>
      {differences.map(({ key, label, mine, theirs }) => (
        <section key={key} class="difference">
          <h3>{label}</h3>
          <div class="versions">
            <div class="version">
              <span class="version-name">Bản tìm thấy</span>
              <span class="version-text">
                <ChangedWords before={theirs} version={mine} />
              </span>
            </div>
            <div class="version">
              <span class="version-name">{current.id === null ? 'Bài mới' : 'Bản trên máy chủ'}</span>
              <span class="version-text">
                <ChangedWords before={theirs} version={theirs} />
              </span>
            </div>
          </div>
        </section>
      ))}
    </>
  );
};

const UnreadableDraft = ({ text }: { text: string }) => (
  <>
    <p>
      Bản này do một phiên bản khác của trang ghi nên không mở thẳng được. Bạn có thể sao chép chữ trong ô
      dưới đây.
    </p>
    <textarea class="found-text" readOnly rows={10} value={text} aria-label="Chữ trong bản nháp" />
    <Button onClick={() => navigator.clipboard.writeText(text)}>Sao chép</Button>
  </>
);
