import { activityOf } from '../../shared/activity/activity.ts';
import { PortalError } from '../../shared/errors.ts';
import { actorOf, assertAdmin } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { etagOf, jsonReply, noStore } from '../../shared/http/reply.ts';
import { ifMatch, parseBody } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type SiteSettings, siteSettings } from '../../shared/site/settings.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import type { StoredSite } from '../../shared/site/stored-site.ts';

type SettingsRoute = Extract<RouteKey<'settings'>, `${string}/settings`>;
type Dependencies = { site: SiteStore; now: () => Date; newId: () => string };

/** The site's settings: read by the whole office, saved by admins. Their version is the entity tag, "0" until they are first saved. */
export const settingsHandlers = ({ site, now, newId }: Dependencies): Handlers<SettingsRoute> => {
  /** A category that articles are in cannot go: their pages would lose their place. */
  const assertNoneOrphaned = async (before: SiteSettings, after: SiteSettings) => {
    const kept = new Set(after.categories.map(({ slug }) => slug));
    for (const { slug, name } of before.categories) {
      if (kept.has(slug) || !(await site.isInUse(slug))) continue;
      throw new PortalError('wrong_state', `Chuyên mục “${name}” còn bài đăng.`, {
        extra: { category: slug },
      });
    }
  };

  return {
    'GET /api/admin/settings': async (event) => {
      actorOf(event);
      return settingsReply(await site.get());
    },

    'PUT /api/admin/settings': async (event) => {
      const actor = actorOf(event);
      assertAdmin(actor);
      const seen = ifMatch(event);
      const settings = parseBody(event, siteSettings);
      const before = await site.get();
      if (before.version !== seen) throw stale(before);
      await assertNoneOrphaned(before.settings, settings);
      const entry = activityOf(
        { actor, now: now(), newId },
        {
          action: 'save',
          subject: { kind: 'settings', id: 'site' },
          title: settings.name,
          version: seen + 1,
        },
      );
      if (!(await site.save(settings, before.version, entry))) throw stale(await site.get());
      return settingsReply({ version: before.version + 1, settings });
    },
  };
};

const settingsReply = ({ version, settings }: StoredSite) =>
  jsonReply(200, settings, { ...noStore, ...etagOf(version) });

const stale = ({ version }: StoredSite) =>
  new PortalError('stale_version', 'Thiết lập đã được người khác sửa; hãy tải lại.', { extra: { version } });
