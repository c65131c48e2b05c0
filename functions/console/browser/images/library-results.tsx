import type { Image } from '../../../../shared/images/image.ts';
import { Button } from '../ui/button.tsx';
import { ImageGrid } from './image-grid.tsx';
import type { useLibrary } from './use-library.ts';

type Props = {
  library: ReturnType<typeof useLibrary>;
  chosen?: readonly string[];
  onPick: (image: Image) => void;
};

/** What a search of the library found, with a button for more; and what went wrong, with a button to try again. */
export const LibraryResults = ({ library, chosen, onPick }: Props) => {
  const { images, isLoading, problem, hasMore, more, reload } = library;
  return (
    <div class="library-results">
      <ImageGrid images={images} label="Ảnh trong kho" onPick={onPick} {...(chosen && { chosen })} />
      <p role="status" class="hint">
        {isLoading
          ? 'Đang tìm ảnh…'
          : images.length === 0 && !problem && !hasMore && 'Không có ảnh nào như vậy.'}
      </p>
      {problem && (
        <div class="notice problem" role="alert">
          <p>{problem}</p>
          <Button onClick={images.length > 0 ? more : reload}>Thử lại</Button>
        </div>
      )}
      {hasMore && !problem && (
        <Button busy={isLoading} onClick={more}>
          Xem thêm ảnh
        </Button>
      )}
    </div>
  );
};
