import { Button } from './button.tsx';
import type { PreviewWidth } from './preview-frame.tsx';

const widthNames: Readonly<Record<PreviewWidth, string>> = { phone: 'Điện thoại', desktop: 'Máy tính' };

type Props = { width: PreviewWidth; onWidth: (width: PreviewWidth) => void };

/** Chooses the width of a preview. */
export const PreviewWidths = ({ width, onWidth }: Props) => (
  <fieldset class="preview-widths">
    <legend class="visually-hidden">Xem như trên</legend>
    {(Object.keys(widthNames) as PreviewWidth[]).map((name) => (
      <Button key={name} aria-pressed={name === width} onClick={() => onWidth(name)}>
        {widthNames[name]}
      </Button>
    ))}
  </fieldset>
);
