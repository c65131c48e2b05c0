import { useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { useSite } from '../api/site-context.ts';
import type { Conflict } from '../drafts/draft-session-types.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { timeInWords } from '../ui/time-in-words.ts';
import { differencesOf } from './difference.ts';
import { DifferenceChoice } from './difference-choice.tsx';
import {
  type Choices,
  chosenContent,
  mergeContents,
  type Side,
  sideOf,
  undecidedCount,
} from './merge-contents.ts';

type Props = {
  open: boolean;
  conflict: Conflict;
  /** The content of the form when the dialog was opened. */
  mine: ArticleContent;
  /** Who is signed in: their own other tab is not called by name. */
  user: string;
  now: Date;
  /** Called with the merged content: put it into the form, then call `resolve`. */
  onResolve: (content: ArticleContent) => void;
  /** Called when it is left for later: nothing is saved until then. */
  onClose: () => void;
};

/** Shows what differs between my content and a newer version, and has each difference decided. A contradiction has no default. */
export const ConflictDialog = ({ open, onClose, ...comparison }: Props) => (
  <Dialog title="Bài này có hai bản khác nhau" open={open} onClose={onClose} wide>
    <Comparison {...comparison} onClose={onClose} />
  </Dialog>
);

const Comparison = ({ conflict, mine, user, now, onResolve, onClose }: Omit<Props, 'open'>) => {
  const { base, theirs } = conflict;
  const { settings } = useSite();
  const [choices, setChoices] = useState<Choices>({});
  const form = useRef<HTMLFormElement>(null);
  const merge = useMemo(() => mergeContents(base, mine, theirs.content), [base, mine, theirs]);
  const differences = useMemo(() => {
    const names = new Map(settings.value?.categories.map(({ slug, name }) => [slug, name]));
    return differencesOf(merge, (slug) => names.get(slug) ?? slug);
  }, [merge, settings.value]);
  const isOwn = theirs.updatedBy === user;
  const theirLabel = isOwn ? 'Lấy bản đã lưu' : `Lấy của ${theirs.updatedBy}`;
  const left = undecidedCount(merge, choices);

  const chooseAll = (side: Side) => {
    const contradictions = differences.filter(({ kind }) => kind === 'contradicting');
    setChoices({ ...choices, ...Object.fromEntries(contradictions.map(({ key }) => [key, side])) });
  };
  const save = () => {
    const content = chosenContent(merge, choices, mine);
    if (content) onResolve(content);
    else form.current?.querySelector<HTMLInputElement>('.undecided input')?.focus();
  };

  return (
    <form ref={form} class="conflict" onSubmit={(event) => event.preventDefault()}>
      <p>
        {isOwn ? 'Bạn đã lưu bài này ở một thẻ hoặc máy khác' : `${theirs.updatedBy} đã lưu bài này`} lúc{' '}
        {timeInWords(new Date(theirs.updatedAt), now)}, trong khi bản ở đây có chỗ khác. Chữ thêm được gạch
        dưới, chữ bỏ được gạch ngang. Chưa có gì bị thay cho đến khi bạn chọn và lưu.
      </p>
      {theirs.state === 'approved' && (
        <p class="notice problem">Bài đã được duyệt. Lưu bản khác thì bài phải được duyệt lại.</p>
      )}
      {differences.length === 0 && <p>Hai bản có cùng nội dung.</p>}
      {differences.filter(({ kind }) => kind === 'contradicting').length > 1 && (
        <p class="choose-all">
          <Button onClick={() => chooseAll('mine')}>Giữ hết của tôi</Button>
          <Button onClick={() => chooseAll('theirs')}>
            {isOwn ? 'Lấy hết bản đã lưu' : `Lấy hết của ${theirs.updatedBy}`}
          </Button>
        </p>
      )}
      {differences.map((difference) => (
        <DifferenceChoice
          key={difference.key}
          difference={difference}
          theirLabel={theirLabel}
          chosen={sideOf(difference.source, choices)}
          onChoose={(side) => setChoices({ ...choices, [difference.key]: side })}
        />
      ))}
      <footer class="dialog-footer">
        <p role="status">{left === 0 ? 'Đã chọn xong.' : `Còn ${left} chỗ phải chọn.`}</p>
        <Button onClick={onClose}>Để sau</Button>
        <Button kind="primary" onClick={save}>
          Lưu bản đã chọn
        </Button>
      </footer>
    </form>
  );
};
