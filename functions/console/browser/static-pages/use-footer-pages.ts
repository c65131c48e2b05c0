import { useState } from 'preact/hooks';
import type { SitePage } from '../../../../shared/site/settings.ts';
import type { useSettings } from '../site/use-settings.ts';
import { useNotices } from '../ui/notices.tsx';

/** The pages of the footer, perhaps in an order that is not saved yet, and a function that saves them changed. */
export const useFooterPages = (saved: readonly SitePage[], save: ReturnType<typeof useSettings>['save']) => {
  const notices = useNotices();
  const [order, setOrder] = useState<readonly SitePage[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const pages = order ?? saved;

  /** Saves the pages that a change makes; whether it was saved. A refusal is shown. */
  const apply = async (change: (pages: readonly SitePage[]) => readonly SitePage[], done: string) => {
    setBusy(true);
    const mine = change(pages);
    const result = await save((settings) => ({ ...settings, pages: [...mine] }));
    setBusy(false);
    if (result.kind === 'saved') {
      setOrder(null);
      notices.show({ kind: 'done', text: done });
      return true;
    }
    if (result.kind === 'conflict') setOrder(null);
    const text =
      result.kind === 'conflict'
        ? result.sentence
        : (result.failure.fields?.map(({ reason }) => `${reason}.`).join(' ') ?? result.failure.sentence);
    notices.show({ kind: 'problem', text });
    return false;
  };
  return { pages, isReordered: order !== null, setOrder, apply, isBusy };
};
