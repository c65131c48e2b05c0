import { sniffType } from '../../../../shared/images/file-type.ts';
import { uploadLimitBytes, type uploadTypes } from '../../../../shared/images/image.ts';

export type PictureType = (typeof uploadTypes)[number] | 'image/heic';

/** Bytes at the start of a file that tell what it is. */
export const headBytes = 512;
/** The longer side of what is sent, in pixels: pages show at most 1,600, and a crop may follow. */
export const longestSide = 2560;
/** A picture within the longest side is sent as it is up to this size; beyond, it is compressed anew. */
const keptBytes = 3_000_000;

/** What `accept` lists, so that an iPhone converts HEIC to JPEG when a photograph is chosen. */
export const acceptedTypes = 'image/jpeg,image/png,image/webp';

export const sentences = {
  empty: 'Tệp này rỗng. Hãy chọn lại ảnh.',
  notPicture: 'Tệp này không phải ảnh. Cổng nhận ảnh JPEG, PNG và WebP.',
  pdf: 'Đây là tệp PDF, không phải ảnh. Hãy chụp màn hình trang cần đăng, hoặc xuất trang đó thành ảnh JPEG.',
  tiff: 'Ảnh TIFF (thường từ máy quét) chưa dùng được. Hãy mở ảnh, lưu thành JPEG rồi chọn lại.',
  svg: 'Hình vẽ SVG chưa dùng được. Hãy lưu thành PNG rồi chọn lại.',
  office: 'Đây là tệp văn phòng (Word, Excel…) hoặc tệp nén, không phải ảnh.',
  video: 'Đây là phim, không phải ảnh. Hãy chọn một ảnh chụp.',
  heic: 'Ảnh HEIC của iPhone: trình duyệt này không đọc được. Trên iPhone, mở Cài đặt → Camera → Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc gửi ảnh cho mình qua Zalo, tải về rồi chọn ảnh đó.',
  damaged: 'Tệp ảnh bị hỏng hoặc thiếu dữ liệu. Hãy chép lại ảnh từ máy chụp rồi chọn lại.',
  tooManyPixels: 'Ảnh có quá nhiều điểm ảnh để xử lý trong trình duyệt. Hãy thu nhỏ ảnh rồi chọn lại.',
  tooLarge: `Ảnh vẫn lớn hơn ${uploadLimitBytes / 1_000_000} MB sau khi thu nhỏ. Hãy lưu thành JPEG rồi chọn lại.`,
} as const;

const startsWith = (bytes: Uint8Array, text: string, from = 0) =>
  [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0));

/** The type of a picture by its first bytes, or a sentence that says why the file is none. */
export const readHead = (head: Uint8Array): { type: PictureType } | { refusal: string } => {
  if (head.length === 0) return { refusal: sentences.empty };
  const type = sniffType(head);
  if (type) return { type };
  if (startsWith(head, '%PDF')) return { refusal: sentences.pdf };
  if (startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')) return { refusal: sentences.tiff };
  // Zip archives, and the compound files of older Office.
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, '\xd0\xcf\x11\xe0'))
    return { refusal: sentences.office };
  if (startsWith(head, 'ftyp', 4)) return { refusal: sentences.video };
  const text = new TextDecoder().decode(head);
  return { refusal: /<svg[\s>]/i.test(text) ? sentences.svg : sentences.notPicture };
};

type Size = { width: number; height: number };

/** The size at which a picture is sent; it is never enlarged. */
export const sentSize = ({ width, height }: Size): Size => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** Whether a file is sent as it was chosen. */
export const isSentAsIs = (
  type: PictureType,
  bytes: number,
  { width, height }: Size,
): type is Exclude<PictureType, 'image/heic'> =>
  type !== 'image/heic' && Math.max(width, height) <= longestSide && bytes <= keptBytes;
