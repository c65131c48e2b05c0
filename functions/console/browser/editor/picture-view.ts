import type { NodeViewConstructor } from 'prosemirror-view';
import { imagePath } from '../../../../shared/images/image.ts';
import { isPendingPicture } from '../paste/pending-picture.ts';

const withText = (element: HTMLElement, className: string, text: string) => {
  element.className = className;
  element.textContent = text;
  return element;
};

/**
 * A picture with a button that opens its description. The toolbar has the same for the keyboard. Pictures that are no longer in the
 * library say so.
 */
export const pictureView =
  (describePicture: (imageId: string) => void): NodeViewConstructor =>
  (node) => {
    const { id } = node.attrs;
    const dom = document.createElement(node.isInline ? 'span' : 'div');
    dom.className = 'editor-picture';
    dom.contentEditable = 'false';
    const image = document.createElement('img');
    image.alt = 'Ảnh trong bài';
    image.draggable = false;
    const missing = withText(
      document.createElement('span'),
      'editor-picture-missing',
      'Ảnh này không còn trong kho ảnh. Hãy xóa hoặc thay ảnh khác.',
    );
    missing.hidden = true;
    image.onerror = () => {
      image.hidden = true;
      missing.hidden = false;
    };
    const pending = withText(document.createElement('span'), 'editor-picture-pending', 'Đang tải ảnh lên…');
    pending.hidden = !isPendingPicture(id);
    image.hidden = isPendingPicture(id);
    if (pending.hidden) image.src = imagePath(id);
    const button = withText(document.createElement('button'), 'button', 'Mô tả ảnh') as HTMLButtonElement;
    button.type = 'button';
    button.tabIndex = -1;
    button.onclick = () => describePicture(id);
    button.hidden = isPendingPicture(id);
    dom.append(image, pending, missing, button);
    return {
      dom,
      update: (next) => next.type === node.type && next.attrs.id === id,
      stopEvent: ({ target }) => target === button,
      ignoreMutation: () => true,
    };
  };
