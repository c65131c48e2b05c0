import { newActivity } from '../../shared/activity/activity.ts';
import { type FieldError, PortalError } from '../../shared/errors.ts';
import { actorOf, assertAdmin } from '../../shared/http/actor.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { jsonReply, noStore, versionEtag } from '../../shared/http/reply.ts';
import { ifMatch, parseBody } from '../../shared/http/request.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type SiteSettings, siteSettings } from '../../shared/site/settings.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import type { StoredSite } from '../../shared/site/stored-site.ts';

type SettingsRoute = Extract<RouteKey<'site-admin'>, `${string}/settings`>;
type Dependencies = { site: SiteStore; clock: () => Date; newId: () => string };

/** The site's settings: all staff read them, admins save them. Their version is the ETag, "0" until they are first saved. */
export const settingsHandlers = ({ site, clock, newId }: Dependencies): Handlers<SettingsRoute> => {
  /** Throws `wrong_state` for the removal of a category that still has articles. */
  const assertNoOrphans = async (before: SiteSettings, after: SiteSettings) => {
    const remaining = new Set(after.categories.map(({ slug }) => slug));
    for (const { slug, name } of before.categories) {
      if (remaining.has(slug) || !(await site.isInUse(slug))) continue;
      throw new PortalError('wrong_state', `Chuyên mục “${name}” còn bài đăng.`, {
        extra: { category: slug },
      });
    }
  };

  /** Throws `invalid_fields` for a banner or a static page that does not exist. */
  const assertReferencesExist = async ({ banner, pages }: SiteSettings) => {
    if (banner !== null && !(await site.hasImage(banner))) {
      throw invalidFields([{ field: 'banner', reason: 'Không có ảnh này, hoặc ảnh chưa tải lên xong' }]);
    }
    const existing = await site.staticPagesAmong(pages.map(({ article }) => article));
    const fields = pages.flatMap(({ article }, index) =>
      existing.has(article)
        ? []
        : [
            {
              field: `pages.${index}.article`,
              reason: 'Chưa có bài nào của mục “trang” được đăng với mã này',
            },
          ],
    );
    if (fields.length > 0) throw invalidFields(fields);
  };

  return {
    'GET /api/admin/settings': async (event) => {
      actorOf(event);
      return settingsReply(await site.get());
    },

    'PUT /api/admin/settings': async (event) => {
      const actor = actorOf(event);
      assertAdmin(actor);
      const version = ifMatch(event);
      const settings = parseBody(event, siteSettings);
      const before = await site.get();
      if (before.version !== version) throw stale(before);
      await assertNoOrphans(before.settings, settings);
      await assertReferencesExist(settings);
      const entry = newActivity(
        { actor, now: clock(), newId },
        {
          action: 'save',
          subject: { kind: 'settings', id: 'site' },
          title: settings.name,
          version: version + 1,
        },
      );
      if (!(await site.save(settings, before, entry))) throw stale(await site.get());
      return settingsReply({ version: version + 1, settings });
    },
  };
};

const settingsReply = ({ version, settings }: Pick<StoredSite, 'version' | 'settings'>) =>
  jsonReply(200, siteSettings, settings, { ...noStore, ...versionEtag(version) });

const invalidFields = (fields: FieldError[]) =>
  new PortalError('invalid_fields', 'Hãy sửa các trường nêu tên rồi gửi lại.', { fields });

const stale = ({ version }: StoredSite) =>
  new PortalError('stale_version', 'Thiết lập đã được người khác sửa; hãy tải lại.', { extra: { version } });
