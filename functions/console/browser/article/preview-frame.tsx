import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveArticle } from '../../../../shared/articles/live-article.ts';
import { useSettings } from '../settings-context.ts';
import { PreviewArticle } from './preview-article.tsx';

/** Widths of the reader's window, in pixels of CSS. */
const previewWidths = { phone: 360, desktop: 1280 } as const;
export type PreviewWidth = keyof typeof previewWidths;

type Props = { article: LiveArticle; width: PreviewWidth };

/** The article in a window of its own, with the reader's stylesheet; scaled down where it does not fitFrame. */
export const PreviewFrame = ({ article, width }: Props) => {
  const { files } = useSettings();
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);

  // Firefox replaces the first document of a frame when it loads: what was written into it before is lost.
  const open = () => {
    const opened = frame.current?.contentDocument ?? null;
    if (opened && opened !== page) {
      prepare(opened, files.readerStyles);
      setPage(opened);
    }
  };
  useEffect(open, []);
  useEffect(() => {
    if (page) render(<PreviewArticle article={article} />, page.body);
  }, [page, article]);
  useEffect(
    () => () => {
      if (page) render(null, page.body);
    },
    [page],
  );

  useEffect(() => {
    const fitFrame = () => {
      if (!holder.current || !frame.current) return;
      const { clientWidth, clientHeight } = holder.current;
      const scale = Math.min(1, clientWidth / previewWidths[width]);
      const { style } = frame.current;
      style.width = `${previewWidths[width]}px`;
      style.height = `${clientHeight / scale}px`;
      style.transform = `scale(${scale})`;
    };
    const observer = new ResizeObserver(fitFrame);
    if (holder.current) observer.observe(holder.current);
    fitFrame();
    return () => observer.disconnect();
  }, [width]);

  return (
    <div class="preview-frame" ref={holder}>
      <iframe ref={frame} title="Bài như người đọc thấy" onLoad={open} />
    </div>
  );
};

const prepare = (page: Document, styles: string) => {
  page.documentElement.lang = 'vi';
  page.title = 'Bài như người đọc thấy';
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  page.head.replaceChildren(link);
  // A link would lead the frame away from the article.
  page.addEventListener('click', (event) => event.preventDefault());
};
