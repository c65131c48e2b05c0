import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { imagesOf } from '../../../../shared/articles/article-images.ts';
import type { ArticleContent } from '../../../../shared/articles/content.ts';
import { useImages } from '../images/images-context.tsx';
import { PreviewFrame, type PreviewWidth } from '../ui/preview-frame.tsx';
import { PreviewWidths } from '../ui/preview-widths.tsx';
import { knownImages, shownImages } from './known-images.ts';
import { PreviewArticle, previewOf } from './preview-article.tsx';
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
      <PreviewWidths width={width} onWidth={onWidth} />
      <PreviewFrame title="Bài như người đọc thấy" width={width}>
        <PreviewArticle article={article} />
      </PreviewFrame>
    </section>
  );
};
