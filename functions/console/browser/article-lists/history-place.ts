import * as z from 'zod/mini';

/** Where somebody was in a list: kept with the entry of the browser's history, so that going back returns there. */
const place = z.object({ scrollY: z.number(), link: z.nullable(z.string()) });
export type Place = z.infer<typeof place>;

/** The place that the current entry of the history holds; null for a new one. */
export const placeOf = ({ state }: History): Place | null => {
  const parsed = place.safeParse(state);
  return parsed.success ? parsed.data : null;
};

/** Remembers the place before a link leads away: in the capturing phase, so before the router. Returns what ends it. */
export const rememberPlace = (view: Window): (() => void) => {
  const remember = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link) return;
    const here: Place = { scrollY: view.scrollY, link: link.getAttribute('href') };
    view.history.replaceState(here, '');
  };
  view.addEventListener('click', remember, { capture: true });
  return () => view.removeEventListener('click', remember, { capture: true });
};
