import { useEffect, useState } from 'preact/hooks';
import { RefusedCall } from '../../../../shared/api/client.ts';
import type { Image } from '../../../../shared/images/image.ts';
import { useApi } from '../api/api-context.ts';
import { explainFailure } from '../api/failure.ts';
import { useSession } from '../session/session-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { timeInWords } from '../ui/time-in-words.ts';
import { DescribedImage } from './describe-picture.tsx';
import { ImageUses } from './image-uses.tsx';
import { mayChange, nameOfImage } from './image-words.ts';
import { useImages } from './images-context.tsx';

type Props = { imageId: string | null; onClose: () => void };

/** A dialog about one picture of the library. */
export const ImageDetails = ({ imageId, onClose }: Props) => {
  const { get } = useImages();
  const image = imageId === null ? null : get(imageId).value;
  const isKnown = image !== null && typeof image !== 'string';
  return (
    <Dialog title={isKnown ? image.fileName : 'Ảnh'} open={imageId !== null} onClose={onClose}>
      {imageId !== null && <DescribedImage imageId={imageId} />}
      {isKnown && <Details image={image} onClose={onClose} />}
    </Dialog>
  );
};

/** Who uses a picture: ids of articles, and `settings`. */
type Uses = { is: 'loading' } | { is: 'known'; ids: readonly string[] } | { is: 'failed'; sentence: string };

const Details = ({ image, onClose }: { image: Image; onClose: () => void }) => {
  const api = useApi();
  const { user } = useSession();
  const { remove } = useImages();
  const { show } = useNotices();
  const [uses, setUses] = useState<Uses>({ is: 'loading' });
  const [asks, setAsks] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, width, height, createdAt, createdBy } = image;

  useEffect(() => {
    api
      .call('GET /api/admin/images/{id}', { path: { id } })
      .then(({ body }) => setUses({ is: 'known', ids: body.usedBy ?? [] }))
      .catch((error) => setUses({ is: 'failed', sentence: explainFailure(error).sentence }));
  }, [id]);

  const deleteImage = async () => {
    setIsDeleting(true);
    try {
      await remove(id);
      show({ kind: 'done', text: `Đã xóa ảnh “${nameOfImage(image)}”.` });
      onClose();
    } catch (error) {
      const users = error instanceof RefusedCall ? error.problem.articles : undefined;
      if (Array.isArray(users)) setUses({ is: 'known', ids: users.map(String) });
      setProblem(
        Array.isArray(users)
          ? 'Chưa xóa được: ảnh đang được dùng ở những nơi nêu trên.'
          : explainFailure(error).sentence,
      );
    }
    setIsDeleting(false);
    setAsks(false);
  };

  return (
    <div class="image-details">
      <p class="hint">
        {width} × {height} điểm ảnh; {createdBy} đưa lên {timeInWords(new Date(createdAt), new Date())}.
      </p>
      <h3>Nơi dùng</h3>
      {uses.is === 'loading' && <p>Đang tìm…</p>}
      {uses.is === 'failed' && <p class="error">{uses.sentence}</p>}
      {uses.is === 'known' && <ImageUses ids={uses.ids} />}
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {mayChange(user, image) && !asks && (
        <Button kind="danger" onClick={() => setAsks(true)}>
          Xóa ảnh
        </Button>
      )}
      {asks && (
        <div class="dialog-actions">
          <p>Xóa hẳn ảnh này khỏi kho?</p>
          <Button kind="danger" busy={isDeleting} onClick={deleteImage}>
            Xóa hẳn
          </Button>
          <Button onClick={() => setAsks(false)}>Giữ lại</Button>
        </div>
      )}
    </div>
  );
};
