import type { Page } from 'playwright-core';

/** A document to open: its name, its text, and how the browser is to read it. */
export type OpenedDocument = { name: string; text: string; type: 'text/html' | 'application/xml' };

/** Runs later than everything that a page runs by itself: an animation starts with a frame after the load. */
const control: OpenedDocument = {
  name: 'control',
  text: '<!doctype html><style>@keyframes a{}</style><p style="animation:a" onanimationstart="parent.hit(self.name)">x',
  type: 'text/html',
};

/**
 * Opens documents in frames of a page, whose policy counts, and clicks what leads to no address. Returns which of them ran a script of a
 * vector (`parent.hit(self.name)`), and each attribute that would run one, as `name: attribute`.
 */
export const scriptRuns = (page: Page, documents: readonly OpenedDocument[]): Promise<string[]> =>
  page.evaluate(
    async ([opened, last]) => {
      const hits = new Set<string>();
      const isOver = new Promise<void>((resolve) => {
        const hit = (name: string) => (name === last.name ? resolve() : hits.add(name));
        Object.assign(window, { hit });
      });

      const open = async ({ name, text, type }: OpenedDocument) => {
        const frame = document.createElement('iframe');
        Object.assign(frame, { name, src: URL.createObjectURL(new Blob([text], { type })) });
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        document.documentElement.append(frame);
        await loaded;
        return frame;
      };
      const inspect = ({ name, contentDocument }: HTMLIFrameElement) => {
        for (const element of contentDocument?.querySelectorAll('*') ?? []) {
          for (const attribute of element.attributes) {
            const isScript = /^[\s\p{Cc}]*(j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t:/iu.test(attribute.value);
            if (isScript || /^on|^srcdoc$/i.test(attribute.name)) hits.add(`${name}: ${attribute.name}`);
          }
        }
      };
      const click = ({ contentDocument }: HTMLIFrameElement) => {
        for (const link of contentDocument?.querySelectorAll<HTMLElement>('a, area, form button') ?? []) {
          const { href, formAction } = link as HTMLAnchorElement & HTMLButtonElement;
          const address = href ?? link.getAttribute('formaction') ?? link.closest('form')?.action ?? formAction;
          if (!/^(https?|mailto|tel|blob):/i.test(address)) link.click();
        }
      };

      const frames = await Promise.all(opened.map(open));
      frames.forEach(inspect);
      frames.forEach(click);
      frames.push(await open(last));
      await isOver;
      for (const frame of frames) frame.remove();
      return [...hits].sort();
    },
    [documents, control] as const,
  );
