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
      const takesAddress = /^(xlink:)?href$|^(src|action|formaction|data)$/i;
      const isAddress = /^\s*(https?:|mailto:|tel:|[/?#]|$)/i;
      const inspect = ({ name, contentDocument }: HTMLIFrameElement) => {
        for (const element of contentDocument?.querySelectorAll('*') ?? []) {
          for (const attribute of element.attributes) {
            const isScript = takesAddress.test(attribute.name) && /script\s*:/i.test(attribute.value);
            if (isScript || /^on|^srcdoc$/i.test(attribute.name)) hits.add(`${name}: ${attribute.name}`);
          }
        }
      };
      const click = ({ contentDocument }: HTMLIFrameElement) => {
        for (const link of contentDocument?.querySelectorAll('a, area, form button') ?? []) {
          const form = link.closest('form')?.getAttribute('action');
          const address = ['href', 'xlink:href', 'formaction'].map((name) => link.getAttribute(name));
          if ([...address, form].some((text) => text != null && !isAddress.test(text))) {
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
          }
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
