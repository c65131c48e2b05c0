import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { localTime } from '../../../../shared/time/local-day.ts';

type Copied =
  | 'name'
  | 'agency'
  | 'superior'
  | 'responsible'
  | 'address'
  | 'telephone'
  | 'email'
  | 'banner'
  | 'links'
  | 'emcSiteId';

/** What the view of the site edits. Times are those of a `datetime-local` field, in Viet Nam; empty texts stand for "none". */
export type SiteForm = Pick<SiteSettings, Copied> & {
  alert: { text: string; url: string; from: string; to: string };
  badge: { domain: string; page: string };
};

const copied: readonly Copied[] = [
  'name',
  'agency',
  'superior',
  'responsible',
  'address',
  'telephone',
  'email',
  'banner',
  'links',
  'emcSiteId',
];

/** `2026-11-28T08:00` of an instant. */
const toField = (instant: string): string => localTime(instant).slice(0, 16);
/** The instant of `2026-11-28T08:00`; empty stays empty, which the server refuses at the field. */
const toInstant = (field: string): string =>
  field === '' ? '' : new Date(`${field}:00+07:00`).toISOString();

/** The form of some settings. */
export const formOf = (settings: SiteSettings): SiteForm => {
  const { alert, trustBadge } = settings;
  return {
    ...(Object.fromEntries(copied.map((field) => [field, settings[field]])) as Pick<SiteSettings, Copied>),
    alert: alert
      ? { text: alert.text, url: alert.url, from: toField(alert.from), to: toField(alert.to) }
      : { text: '', url: '', from: '', to: '' },
    badge: trustBadge ?? { domain: '', page: '' },
  };
};

/** The settings with what the form says; categories and pages stay as they are. */
export const withForm = (settings: SiteSettings, { alert, badge, ...fields }: SiteForm): SiteSettings => ({
  ...settings,
  ...fields,
  alert:
    alert.text.trim() === ''
      ? null
      : { text: alert.text, url: alert.url, from: toInstant(alert.from), to: toInstant(alert.to) },
  trustBadge: badge.domain === '' && badge.page === '' ? null : badge,
});

/** Whether somebody changed the form. */
export const isChanged = (form: SiteForm, settings: SiteSettings): boolean =>
  JSON.stringify(form) !== JSON.stringify(formOf(settings));
