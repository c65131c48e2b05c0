import { useId, useState } from 'preact/hooks';
import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import { isTag } from '../../../../shared/articles/tags.ts';
import { useApi } from '../api/api-context.ts';
import { BatchActions } from '../api/batch-actions.tsx';
import { BatchStatus } from '../api/batch-status.tsx';
import { useBatches } from '../api/use-batches.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { type CountedTag, type Rename, renameOf } from './tag-list.ts';

type Props = {
  tag: CountedTag;
  tags: readonly CountedTag[];
  /** The new name, once a rename was begun; it is in the address of the page, so that a reload finds it. */
  begunName: string | null;
  onBegin: (name: string) => void;
  onClose: (isDone: boolean) => void;
};

/** Tags that are proposed for a merge while a name is written. */
const proposedTags = 200;

/** Renames a tag, or merges it into another: says which before it begins; with progress; can be stopped and go on. */
export const RenameDialog = ({ tag, tags, begunName, onBegin, onClose }: Props) => {
  const api = useApi();
  const listId = useId();
  const [written, setWritten] = useState(begunName ?? tag.name);
  const [problem, setProblem] = useState<string | undefined>();
  const typed = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  const rename = renameOf(tag, typed, tags);
  const name = rename.kind === 'merge' ? rename.into.name : typed;
  const hasBegun = begunName !== null;
  const { progress, start, stop } = useBatches(
    async (moved) =>
      (
        await api.call('POST /api/admin/tags/{tag}/rename', {
          path: { tag: tag.slug },
          // What an earlier call renamed has the new name already.
          body: { name, merge: hasBegun || moved > 0 || rename.kind === 'merge' },
        })
      ).body,
  );
  const isRunning = progress.kind === 'running' || progress.kind === 'stopping';
  const isDone = progress.kind === 'done';

  const begin = (event: Event) => {
    event.preventDefault();
    if (isRunning) return;
    const found = isTag(name)
      ? rename.kind === 'same'
        ? 'Tên này đang dùng. Hãy viết tên khác.'
        : undefined
      : 'Từ khóa phải có chữ hoặc số.';
    setProblem(found);
    if (found) return;
    onBegin(name);
    start();
  };

  return (
    <Dialog open title={`Đổi tên từ khóa “${tag.name}”`} onClose={() => onClose(isDone)}>
      <form onSubmit={begin} noValidate>
        {!isDone && (
          <>
            <Field
              label="Tên mới"
              hint="Viết tên của một từ khóa đã có để gộp hai từ khóa làm một."
              error={problem}
            >
              {(ids) => (
                <input
                  {...ids}
                  list={listId}
                  maxLength={contentLimits.tagLength}
                  readOnly={isRunning || hasBegun}
                  value={written}
                  onInput={({ currentTarget }) => setWritten(currentTarget.value)}
                />
              )}
            </Field>
            <datalist id={listId}>
              {tags.slice(0, proposedTags).map(({ slug, name: other }) => (
                <option key={slug} value={other} />
              ))}
            </datalist>
            <RenameEffects tag={tag} rename={rename} />
            {hasBegun && progress.kind === 'idle' && (
              <p class="notice" role="status">
                Việc đổi tên đã bắt đầu và chưa xong. Bấm “Làm tiếp” để đổi các bài còn lại.
              </p>
            )}
          </>
        )}
        <BatchStatus progress={progress} total={tag.articles} />
        {isDone && (
          <p class="notice done" role="status">
            Xong: {progress.moved} bài nay có từ khóa “{name}”.
          </p>
        )}
        <BatchActions progress={progress} onStop={stop} onClose={() => onClose(isDone)}>
          <Button kind="primary" type="submit">
            {hasBegun ? 'Làm tiếp' : rename.kind === 'merge' ? `Gộp vào “${rename.into.name}”` : 'Đổi tên'}
          </Button>
        </BatchActions>
      </form>
    </Dialog>
  );
};

/** What will happen to which articles and addresses. */
const RenameEffects = ({ tag, rename }: { tag: CountedTag; rename: Rename }) => (
  <ul class="effects" aria-live="polite">
    {rename.kind === 'merge' && (
      <li>
        <strong>
          Đã có từ khóa “{rename.into.name}” ({rename.into.articles} bài): hai từ khóa sẽ thành một và không
          tách lại được.
        </strong>
      </li>
    )}
    <li>{tag.articles} bài đang đăng hoặc hẹn giờ được đổi; ngày cập nhật và trạng thái duyệt giữ nguyên.</li>
    {rename.kind === 'spelling' ? (
      <li>Chỉ cách viết thay đổi: địa chỉ /the/{tag.slug} giữ nguyên.</li>
    ) : (
      <li>Địa chỉ /the/{tag.slug} tự chuyển đến địa chỉ mới.</li>
    )}
    <li>Bản nháp chưa đăng giữ từ khóa cũ.</li>
  </ul>
);
