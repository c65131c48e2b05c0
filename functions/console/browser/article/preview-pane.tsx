import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { imagesOf } from '../../../../shared/articles/article-images.ts';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { useImages } from '../images/images-context.tsx';
import { Button } from '../ui/button.tsx';
import { knownImages, shownImages } from './known-images.ts';
import { previewOf } from './preview-article.tsx';
import { PreviewFrame, type PreviewWidth } from './preview-frame.tsx';
import { useDebounced } from './use-debounced.ts';

type Props = {
  read: () => ArticleContent;
  /** Counts the changes of what `read` returns. */
  changes: ReadonlySignal<number>;
  publishedAt: string;
  width: PreviewWidth;
  onWidth: (width: PreviewWidth) => void;
};

/** Milliseconds after a key until the preview follows. */
const previewDelayMs = 400;

const widthNames: Readonly<Record<PreviewWidth, string>> = { phone: 'Điện thoại', desktop: 'Máy tính' };

/** The article as readers will see it, which follows what is typed. */
export const PreviewPane = ({ read, changes, publishedAt, width, onWidth }: Props) => {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.scrollIntoView({ block: 'nearest' }), []);
  const change = useDebounced(changes, previewDelayMs);
  const content = useMemo(read, [change]);
  const images = shownImages(knownImages(useImages(), imagesOf(content)));
  const key = JSON.stringify(images);
  const article = useMemo(() => previewOf(content, images, publishedAt), [content, key, publishedAt]);
  return (
    <section ref={pane} class={`preview-pane ${width}`} aria-label="Xem trước">
      <fieldset class="preview-widths">
        <legend class="visually-hidden">Xem như trên</legend>
        {(Object.keys(widthNames) as PreviewWidth[]).map((name) => (
          <Button key={name} aria-pressed={name === width} onClick={() => onWidth(name)}>
            {widthNames[name]}
          </Button>
        ))}
      </fieldset>
      <PreviewFrame article={article} width={width} />
    </section>
  );
};
