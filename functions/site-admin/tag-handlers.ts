import { articlePath } from '../../shared/articles/article-path.ts';
import { moveReply, tagArticlesReply, tagCountsReply } from '../../shared/articles/replies.ts';
import { renameTagRequest, tagArticlesQuery } from '../../shared/articles/requests.ts';
import { slugOf } from '../../shared/articles/slug.ts';
import { PortalError } from '../../shared/errors.ts';
import { actorOf, assertEditor } from '../../shared/http/actor.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { jsonReply } from '../../shared/http/reply.ts';
import { parseBody, parsePath, parseQuery } from '../../shared/http/request.ts';
import { categorySlug } from '../../shared/ids.ts';
import type { RouteKey } from '../../shared/routes.ts';
import { type TagRenamerDependencies, tagRenamer } from './tag-renamer.ts';
import { type AllTagsStore, entryPosition } from './tag-store.ts';

type Dependencies = TagRenamerDependencies & { tags: AllTagsStore; clock: () => Date };
type TagRoute = Extract<RouteKey<'site-admin'>, `${string}/tag${string}`>;

/** Tags of one reply: with the longest names 2.5 MB, of the 6 MB that Lambda returns. */
const tagLimit = 10_000;

/** All tags with how many articles have each, the articles of one, and its renaming. */
export const tagHandlers = (dependencies: Dependencies): Handlers<TagRoute> => {
  const { tags, clock } = dependencies;
  const renamer = tagRenamer(dependencies);
  const editorOf = (event: HttpEvent) => {
    const actor = actorOf(event);
    assertEditor(actor);
    return actor;
  };

  return {
    'GET /api/admin/tag-counts': async (event) => {
      editorOf(event);
      const all = await tags.all();
      const isComplete = all.length <= tagLimit;
      return jsonReply(200, tagCountsReply, { items: all.slice(0, tagLimit), isComplete });
    },

    'GET /api/admin/tags/{tag}/articles': async (event) => {
      editorOf(event);
      const slug = parsePath(event, 'tag', categorySlug);
      const { cursor, limit } = parseQuery(event, tagArticlesQuery);
      const list = `tag ${slug}`;
      const before = decodeCursor(list, cursor, articlePosition);
      const entries = await tags.entries(slug, { before, limit: limit + 1 });
      const page = entries.slice(0, limit);
      const last = page.at(-1);
      return jsonReply(200, tagArticlesReply, {
        items: page.map((item) => ({ ...item, url: articlePath(item) })),
        next: last && entries.length > limit ? encodeCursor(list, entryPosition(last)) : null,
      });
    },

    'POST /api/admin/tags/{tag}/rename': async (event) => {
      const context = { actor: editorOf(event), now: clock() };
      const from = parsePath(event, 'tag', categorySlug);
      const { name, merge } = parseBody(event, renameTagRequest);
      const to = slugOf(name);
      if (to !== from && !merge) {
        const [other] = await tags.entries(to, { limit: 1 });
        if (other) throw isTaken(other.tag);
      }
      return jsonReply(200, moveReply, await renamer.renameBatch({ from, name }, context));
    },
  };
};

/** Without `merge`: the caller believed that no article has the tag. */
const isTaken = (name: string) =>
  new PortalError('wrong_state', `Đã có từ khóa “${name}”. Muốn gộp hai từ khóa làm một, hãy xác nhận.`, {
    extra: { tag: name },
  });
