import { useCallback, useEffect, useState } from 'preact/hooks';
import { RefusedCall } from '../../../../shared/api/client.ts';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { type Api, useApi } from '../api/api-context.ts';
import { explainFailure, type Failure } from '../api/failure.ts';
import { useSite } from '../api/site-context.ts';
import type { Loaded } from '../api/use-loaded.ts';
import { rebaseSettings } from './rebase-settings.ts';
import { conflictSentence } from './settings-words.ts';

export type VersionedSettings = { settings: SiteSettings; version: number };
export type SaveResult =
  | { kind: 'saved'; settings: SiteSettings }
  /**
   * Others changed the same: their settings are loaded now, mine are not saved. `rebased` has my value where both changed one, theirs
   * elsewhere.
   */
  | { kind: 'conflict'; sentence: string; rebased: SiteSettings }
  | { kind: 'failed'; failure: Failure };

/** Attempts at saving while others save too. */
const attempts = 3;

/**
 * The settings and their version, and a function that saves a change of them. What somebody else saved meanwhile is kept where the
 * change does not touch it.
 */
export const useSettings = () => {
  const api = useApi();
  const site = useSite();
  const [loaded, setLoaded] = useState<Loaded<VersionedSettings>>({ kind: 'loading' });
  const show = (value: VersionedSettings) => {
    setLoaded({ kind: 'loaded', value });
    site.replace(value.settings);
  };
  const reload = useCallback(() => {
    setLoaded({ kind: 'loading' });
    readSettings(api).then(show, (error) => setLoaded({ kind: 'failed', failure: explainFailure(error) }));
  }, [api]);
  useEffect(reload, [reload]);

  const save = async (change: (settings: SiteSettings) => SiteSettings): Promise<SaveResult> => {
    if (loaded.kind !== 'loaded') throw new Error('The settings are not loaded');
    const { value: base } = loaded;
    const mine = change(base.settings);
    try {
      const outcome = await saveRebased(api, base, mine);
      show(outcome.current);
      return outcome.conflicts.length === 0
        ? { kind: 'saved', settings: outcome.current.settings }
        : { kind: 'conflict', sentence: conflictSentence(outcome.conflicts), rebased: outcome.rebased };
    } catch (error) {
      return { kind: 'failed', failure: explainFailure(error) };
    }
  };
  return { loaded, reload, save };
};

const readSettings = async (api: Api): Promise<VersionedSettings> => {
  const { body, version } = await api.call('GET /api/admin/settings');
  return { settings: body, version: version ?? 0 };
};

/** Saves my settings, rebased on those of others while they save too. `current` are then the settings of the portal. */
const saveRebased = async (api: Api, base: VersionedSettings, mine: SiteSettings) => {
  let from = base;
  let body = mine;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const reply = await api.call('PUT /api/admin/settings', { ifMatch: from.version, body });
      const current = { settings: reply.body, version: reply.version ?? from.version + 1 };
      return { current, conflicts: [], rebased: body };
    } catch (error) {
      if (attempt === attempts || !(error instanceof RefusedCall) || error.status !== 412) throw error;
    }
    const theirs = await readSettings(api);
    const { settings, conflicts } = rebaseSettings(from.settings, body, theirs.settings);
    if (conflicts.length > 0) return { current: theirs, conflicts, rebased: settings };
    from = theirs;
    body = settings;
  }
};
