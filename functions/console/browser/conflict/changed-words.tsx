import type { Shown } from './difference.ts';
import { Thumbnail } from './thumbnail.tsx';
import { wordChanges } from './word-changes.ts';

type Props = {
  /** What the version is compared with: its changes are marked. */
  before: Shown;
  version: Shown;
};

/** One version of a text and its pictures, with the words marked that it adds to another one or takes out of it. */
export const ChangedWords = ({ before, version }: Props) => {
  const isEmpty = version.text === '' && version.images.length === 0;
  const wasEmpty = before.text === '' && before.images.length === 0;
  return (
    <>
      {version.images.length > 0 && (
        <span class="thumbnails">
          {version.images.map((id) => (
            <Thumbnail key={id} id={id} />
          ))}
        </span>
      )}
      <span class="words">
        {wordChanges(before.text, version.text).map(({ change, text }) => {
          if (change === 'added') return <ins>{text}</ins>;
          return change === 'removed' ? <del>{text}</del> : text;
        })}
      </span>
      {isEmpty && <em class="empty">{wasEmpty ? 'Để trống' : 'Đã bỏ'}</em>}
    </>
  );
};
