import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { fieldNames } from './settings-words.ts';

type Saved = Readonly<Record<string, unknown>>;

/** What changed between two saved states, as people know it: “tên cổng, liên kết”. Without an earlier state, everything. */
export const changedFields = (before: Saved | null, after: Saved): string => {
  const changed = Object.entries(fieldNames).filter(
    ([field]) => before === null || JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (before === null) return 'toàn bộ';
  return changed.length === 0 ? 'không có gì' : changed.map(([, name]) => name).join(', ');
};

/** The fields that a restore of the site brings back: what other views edit, with rules of their own, stays as it is. */
const restored: readonly (keyof SiteSettings)[] = [
  'name',
  'agency',
  'superior',
  'responsible',
  'address',
  'telephone',
  'email',
  'banner',
  'links',
  'alert',
  'trustBadge',
  'emcSiteId',
];

/** The settings of now with what a saved state had: names, contacts, banner, links, alert and certificates. */
export const withRestored = (now: SiteSettings, saved: Saved): SiteSettings => ({
  ...now,
  ...Object.fromEntries(restored.filter((field) => field in saved).map((field) => [field, saved[field]])),
});
