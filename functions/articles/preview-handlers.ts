import { randomBytes } from 'node:crypto';
import { newActivity } from '../../shared/activity/activity.ts';
import type { ArticleStore } from '../../shared/articles/article-store.ts';
import { type Preview, readPreview, signPreview } from '../../shared/articles/preview-token.ts';
import { previewReply } from '../../shared/articles/replies.ts';
import { previewRequest } from '../../shared/articles/requests.ts';
import { toLive } from '../../shared/articles/to-live.ts';
import { stateAt } from '../../shared/articles/workflow.ts';
import type { Handlers } from '../../shared/http/event.ts';
import { htmlReply, jsonReply } from '../../shared/http/reply.ts';
import { parseBody } from '../../shared/http/request.ts';
import { contentSecurityPolicy } from '../../shared/pages/content-security-policy.ts';
import { settingsForReaders } from '../../shared/site/page-links.ts';
import type { PreviewKeyStore } from '../../shared/site/preview-key-store.ts';
import type { SiteStore } from '../../shared/site/site-store.ts';
import { localTime } from '../../shared/time/local-day.ts';
import type { ArticleSteps } from './article-steps.ts';
import type { ContentReader } from './content-reader.ts';
import { previewGonePage, previewPage } from './views/preview-page.tsx';

type Dependencies = {
  articles: Pick<ArticleStore, 'get' | 'revision' | 'recordActivity'>;
  steps: ArticleSteps;
  contents: Pick<ContentReader, 'picturesOf'>;
  site: Pick<SiteStore, 'get'>;
  previewKey: PreviewKeyStore;
  clock: () => Date;
  newId: () => string;
};

const keyBytes = 32;
const hourMs = 3_600_000;

/** Not cached and not indexed. The address is the secret, so it is sent to no other site as a referrer. */
const privateHeaders = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'content-security-policy': contentSecurityPolicy,
};

/** Preview links: they show one revision to a colleague without an account, for some days. */
export const previewHandlers = ({
  articles,
  steps,
  contents,
  site,
  previewKey,
  clock,
  newId,
}: Dependencies): Handlers<'POST /api/admin/articles/{id}/preview' | 'GET /xem-truoc/{token}'> => {
  /** The revision of a link; null when the article was deleted or withdrawn since. */
  const find = async ({ id, version }: Preview, now: Date) => {
    const [current, revision] = await Promise.all([articles.get(id), articles.revision(id, version)]);
    if (!current || !revision) return null;
    const isWithdrawnSince = stateAt(current, now) === 'withdrawn' && current.version !== version;
    return isWithdrawnSince ? null : { article: revision.article, isNewest: current.version === version };
  };

  return {
    'POST /api/admin/articles/{id}/preview': async (event) => {
      const { hours } = parseBody(event, previewRequest);
      const { actor, now } = steps.contextOf(event);
      const { id, version, title } = await steps.loadReadable(event);
      const expiresAt = new Date(now.getTime() + hours * hourMs);
      const key = await previewKey.getOrCreate(randomBytes(keyBytes).toString('base64url'));
      const subject = { kind: 'article' as const, id };
      await articles.recordActivity(
        newActivity({ actor, now, newId }, { action: 'preview', subject, title, version }),
      );
      return jsonReply(201, previewReply, {
        url: `/xem-truoc/${signPreview({ id, version, expiresAt }, key)}`,
        version,
        expiresAt: expiresAt.toISOString(),
        localExpiresAt: localTime(expiresAt.toISOString()),
      });
    },

    'GET /xem-truoc/{token}': async (event) => {
      const now = clock();
      const key = await previewKey.get();
      const preview = key === null ? null : readPreview(event.pathParameters?.token ?? '', key, now);
      const found = preview && (await find(preview, now));
      if (!preview || !found) return htmlReply(404, previewGonePage(), privateHeaders);
      const { article, isNewest } = found;
      const [stored, pictures] = await Promise.all([site.get(), contents.picturesOf(article)]);
      const publishedAt = article.publishedAt ?? now.toISOString();
      const live = toLive(article, { publishedAt, updatedAt: publishedAt }, pictures);
      const page = previewPage({
        site: settingsForReaders(stored, now),
        article: live,
        isNewest,
        expiresAt: preview.expiresAt,
        now,
      });
      return htmlReply(200, page, privateHeaders);
    },
  };
};
