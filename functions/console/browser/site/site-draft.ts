import * as z from 'zod/mini';
import type { SiteForm } from './site-form.ts';

/** What was typed and not saved, and the form that it began with: for a reload, and for who leaves the view and comes back. */
type SiteDraft = { base: SiteForm; form: SiteForm };

const storageKey = 'site-draft';
const text = z.string();
const form = z.object({
  ...{
    name: text,
    agency: text,
    superior: text,
    responsible: text,
    address: text,
    telephone: text,
    email: text,
  },
  emcSiteId: text,
  banner: z.nullable(text),
  links: z.array(z.object({ name: text, url: text })),
  alert: z.object({ text, url: text, from: text, to: text }),
  badge: z.object({ domain: text, page: text }),
});
const draft = z.object({ base: form, form });

/** The draft of this tab; null without one, or for one that this version cannot read. */
export const readDraft = (storage: Storage): SiteDraft | null => {
  try {
    return draft.parse(JSON.parse(storage.getItem(storageKey) ?? ''));
  } catch {
    return null;
  }
};

export const keepDraft = (storage: Storage, kept: SiteDraft) =>
  storage.setItem(storageKey, JSON.stringify(kept));
export const dropDraft = (storage: Storage) => storage.removeItem(storageKey);

/** The form of now with what the draft changed, field by field. */
export const resumeDraft = ({ base, form: typed }: SiteDraft, now: SiteForm): SiteForm => {
  const changed = Object.entries(typed).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(base[field as keyof SiteForm]),
  );
  return { ...now, ...Object.fromEntries(changed) };
};
