import { newActivity } from '../../shared/activity/activity.ts';
import { PortalError } from '../../shared/errors.ts';
import { type Actor, actorOf } from '../../shared/http/actor.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { emptyReply, jsonReply } from '../../shared/http/reply.ts';
import { parseBody, parsePath, parseQuery } from '../../shared/http/request.ts';
import { imageId } from '../../shared/ids.ts';
import { described, description, type Image, image, uploadRequest } from '../../shared/images/image.ts';
import type { ImageStore } from '../../shared/images/image-store.ts';
import { imageListQuery } from '../../shared/images/requests.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { completeUpload } from './complete-upload.ts';
import type { FileStore } from './file-store.ts';

type Dependencies = {
  images: ImageStore;
  files: FileStore;
  complete: ReturnType<typeof completeUpload>;
  now: () => Date;
  newId: () => string;
};

/** Lists of images share one cursor space. */
const listName = 'images';

/** The office's images: authors change their own, editors everybody's; all may use all. */
export const imageHandlers = ({
  images,
  files,
  complete,
  now,
  newId,
}: Dependencies): Handlers<RouteKey<'images'>> => {
  const find = async (event: HttpEvent): Promise<Image> => {
    const found = await images.get(parsePath(event, 'id', imageId));
    if (!found) throw new PortalError('not_found', 'Không có ảnh này.');
    return found;
  };

  /** What somebody does to an image, to be written down with it. */
  const entryOf =
    (actor: Actor, { id, fileName }: Image) =>
    (action: string) =>
      newActivity({ actor, now: now(), newId }, { action, subject: { kind: 'image', id }, title: fileName });

  const findForChange = async (event: HttpEvent): Promise<Image> => {
    const actor = actorOf(event);
    const found = await find(event);
    if (!mayChange(actor, found)) throw new PortalError('forbidden', 'Ảnh này do người khác đưa lên.');
    return found;
  };

  return {
    'POST /api/admin/images': async (event) => {
      const actor = actorOf(event);
      const { fileName, contentType } = parseBody(event, uploadRequest);
      const made: Image = {
        ...{ id: newId(), status: 'waiting', fileName, contentType },
        ...{ alt: '', decorative: false, credit: '', width: 0, height: 0, variants: [] },
        ...{ createdAt: now().toISOString(), createdBy: actor.name },
      };
      await images.create(made, entryOf(actor, made)('upload'));
      return jsonReply(201, { id: made.id, upload: await files.presignUpload(made.id, contentType) });
    },

    'POST /api/admin/images/{id}/complete': async (event) => {
      const said = parseBody(event, description);
      const found = await findForChange(event);
      return imageReply(await complete(found, described(found, said), entryOf(actorOf(event), found)));
    },

    'GET /api/admin/images': async (event) => {
      actorOf(event);
      const { cursor, limit } = parseQuery(event, imageListQuery);
      const before = decodeCursor(listName, cursor, articlePosition);
      const { items, next } = await images.list({ before, limit });
      return jsonReply(200, { items, next: next && encodeCursor(listName, next) });
    },

    'GET /api/admin/images/{id}': async (event) => {
      actorOf(event);
      const found = await find(event);
      return imageReply(found, { usedBy: await images.usedBy(found.id) });
    },

    'PATCH /api/admin/images/{id}': async (event) => {
      const said = parseBody(event, description);
      const found = await findForChange(event);
      const after = described(found, said);
      if (!(await images.describe(found.id, after, entryOf(actorOf(event), found)('describe'))))
        throw new PortalError('not_found', 'Ảnh đã bị xóa.');
      return imageReply({ ...found, ...after });
    },

    'DELETE /api/admin/images/{id}': async (event) => {
      const found = await findForChange(event);
      const { id, variants } = found;
      if (!(await images.remove(id, entryOf(actorOf(event), found)('delete')))) {
        const articles = await images.usedBy(id);
        throw articles.length > 0
          ? new PortalError('wrong_state', 'Ảnh đang được dùng trong bài.', { extra: { articles } })
          : new PortalError('not_found', 'Ảnh đã bị xóa.');
      }
      const keys = [...variants.map(({ url }) => url.slice(1)), `images/${id}`];
      await Promise.all([files.removeUpload(id), ...keys.map((key) => files.remove(key))]);
      return emptyReply();
    },
  };
};

const mayChange = (actor: Actor, { createdBy }: Image) => actor.role !== 'author' || createdBy === actor.name;

const imageReply = (of: Image, extra: Record<string, unknown> = {}) =>
  jsonReply(200, { ...image.parse(of), ...extra });
