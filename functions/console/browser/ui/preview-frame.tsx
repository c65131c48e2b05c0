import { type ComponentChildren, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSettings } from '../settings-context.ts';

/** Widths of the reader's window, in pixels of CSS. */
const previewWidths = { phone: 360, desktop: 1280 } as const;
export type PreviewWidth = keyof typeof previewWidths;

type Props = {
  /** What the frame shows, for those who do not see it. */
  title: string;
  width: PreviewWidth;
  children: ComponentChildren;
};

/** Parts of a page in a window of its own, with the reader's stylesheet; scaled down where the frame is narrower. */
export const PreviewFrame = ({ title, width, children }: Props) => {
  const { files } = useSettings();
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);

  // Firefox replaces the first document of a frame when it loads: what was written into it before is lost.
  const open = () => {
    const opened = frame.current?.contentDocument ?? null;
    if (opened && opened !== page) {
      prepare(opened, { title, styles: files.readerStyles });
      setPage(opened);
    }
  };
  useEffect(open, []);
  useEffect(() => {
    if (page) render(children, page.body);
  }, [page, children]);
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
      <iframe ref={frame} title={title} onLoad={open} />
    </div>
  );
};

const prepare = (page: Document, { title, styles }: { title: string; styles: string }) => {
  page.documentElement.lang = 'vi';
  page.title = title;
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  page.head.replaceChildren(link);
  // A link would lead the frame away.
  page.addEventListener('click', (event) => event.preventDefault());
};
