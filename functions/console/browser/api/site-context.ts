import { type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import type { Api } from './api-context.ts';

/** The settings of the site; null until they have come. */
export type Site = {
  settings: ReadonlySignal<SiteSettings | null>;
  load(): Promise<void>;
  /** Shows the settings that were just saved or read. */
  replace(settings: SiteSettings): void;
};

export const createSite = (api: Api): Site => {
  const settings = signal<SiteSettings | null>(null);
  return {
    settings,
    async load() {
      settings.value = (await api.call('GET /api/admin/settings')).body;
    },
    replace(next) {
      settings.value = next;
    },
  };
};

export const SiteContext = createContext<Site | null>(null);
export const useSite = (): Site => {
  const site = useContext(SiteContext);
  if (!site) throw new Error('No site above this component');
  return site;
};
