import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DescriptionFields } from './description-fields.tsx';
import { useImages } from './images-context.tsx';
import { Thumbnail } from './thumbnail.tsx';

type Props = { imageId: string; open: boolean; onClose: () => void };

/** A dialog that asks what one picture shows. */
export const DescribePicture = ({ imageId, open, onClose }: Props) => (
  <Dialog title="Mô tả ảnh" open={open} onClose={onClose}>
    <DescribedImage imageId={imageId} />
    <Button kind="primary" onClick={onClose}>
      Xong
    </Button>
  </Dialog>
);

/** A picture with its description, which can be changed. */
export const DescribedImage = ({ imageId }: { imageId: string }) => {
  const { get, reload } = useImages();
  const image = get(imageId).value;
  if (image === null) return <p>Đang mở ảnh…</p>;
  if (image === 'missing') return <p class="error">Ảnh này đã bị xóa khỏi kho.</p>;
  if (image === 'unavailable') {
    return (
      <p>
        Chưa mở được ảnh. <Button onClick={() => reload(imageId)}>Thử lại</Button>
      </p>
    );
  }
  return (
    <div class="described-image">
      <Thumbnail image={image} />
      <DescriptionFields image={image} />
    </div>
  );
};
