/** What was dropped or chosen, by what it is for a page that takes Word files: one of them, or a sentence why none. */
export type DroppedDocx = { file: File; note: string | null } | { refusal: string };

/** Something dropped: a file, or a folder, which browsers pass on as a file that cannot be read. */
export type DroppedItem = { file: File; isFolder: boolean };

const isDocx = ({ file: { name }, isFolder }: DroppedItem) => !isFolder && /\.docx$/i.test(name);

const onlyFirst = (name: string) =>
  `Mỗi lần chỉ đọc một tệp Word: đã lấy “${name}”. Hãy thả các tệp còn lại từng tệp một.`;

/** Chooses the first Word file of what was dropped. */
export const chooseDocx = (items: readonly DroppedItem[]): DroppedDocx => {
  const first = items.find(isDocx);
  if (first) return { file: first.file, note: items.length > 1 ? onlyFirst(first.file.name) : null };
  if (items.some(({ isFolder }) => isFolder))
    return {
      refusal:
        'Thư mục ảnh thì hãy thả vào bộ ảnh của bài. Với tệp Word, hãy mở thư mục rồi kéo từng tệp .docx vào đây.',
    };
  const { name = '' } = items[0]?.file ?? {};
  if (/\.doc$/i.test(name))
    return {
      refusal: `“${name}” là tệp Word kiểu cũ (.doc). Hãy mở trong Word và lưu lại dạng .docx rồi thả vào đây.`,
    };
  if (/\.(?:jpe?g|png|webp|gif|heic)$/i.test(name))
    return { refusal: 'Để thêm ảnh, hãy thả ảnh vào khung nội dung, ảnh bìa hoặc bộ ảnh của bài.' };
  return { refusal: `Không dùng được “${name}”. Trang này nhận tệp Word (.docx) và ảnh.` };
};

/** What a drop carries. */
export const droppedItems = ({ items }: DataTransfer): DroppedItem[] =>
  [...items].flatMap((item) => {
    const file = item.getAsFile();
    return file ? [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory ?? false }] : [];
  });
