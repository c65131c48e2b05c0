import { newActivity } from '../../shared/activity/activity.ts';
import { PortalError } from '../../shared/errors.ts';
import { type Actor, actorOf, assertAdmin } from '../../shared/http/actor.ts';
import { articlePosition, decodeCursor, encodeCursor } from '../../shared/http/cursor.ts';
import type { Handlers, HttpEvent } from '../../shared/http/event.ts';
import { emptyReply, jsonReply } from '../../shared/http/reply.ts';
import { parseBody, parsePath, parseQuery } from '../../shared/http/request.ts';
import { imageId } from '../../shared/ids.ts';
import { description, type Image, uploadRequest, withDescription } from '../../shared/images/image.ts';
import { imageTest } from '../../shared/images/image-filter.ts';
import type { ImageStore } from '../../shared/images/image-store.ts';
import { imageListReply, imageReply, uploadReply, variantsReply } from '../../shared/images/replies.ts';
import { imageListQuery } from '../../shared/images/requests.ts';
import type { RouteKey } from '../../shared/routes.ts';
import type { addVariants } from './add-variants.ts';
import type { completeUpload } from './complete-upload.ts';
import type { FileStore } from './file-store.ts';

type Dependencies = {
  images: ImageStore;
  files: FileStore;
  complete: ReturnType<typeof completeUpload>;
  add: ReturnType<typeof addVariants>;
  clock: () => Date;
  newId: () => string;
};

/** The name of the list in its cursors. */
const listName = 'images';

/** Images of the staff: authors change their own, editors all; everyone may use all. */
export const imageHandlers = ({
  images,
  files,
  complete,
  add,
  clock,
  newId,
}: Dependencies): Handlers<RouteKey<'images'>> => {
  const find = async (event: HttpEvent): Promise<Image> => {
    const found = await images.get(parsePath(event, 'id', imageId));
    if (!found) throw new PortalError('not_found', 'Không có ảnh này.');
    return found;
  };

  /** Makes entries of the activity log about an image. */
  const entryOf =
    (actor: Actor, { id, fileName }: Image) =>
    (action: string) =>
      newActivity(
        { actor, now: clock(), newId },
        { action, subject: { kind: 'image', id }, title: fileName },
      );

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
      const image: Image = {
        id: newId(),
        status: 'waiting',
        fileName,
        contentType,
        alt: '',
        decorative: false,
        credit: '',
        width: 0,
        height: 0,
        variants: [],
        createdAt: clock().toISOString(),
        createdBy: actor.name,
      };
      await images.create(image, entryOf(actor, image)('upload'));
      return jsonReply(201, uploadReply, {
        id: image.id,
        upload: await files.presignUpload(image.id, contentType),
      });
    },

    'POST /api/admin/images/{id}/complete': async (event) => {
      const request = parseBody(event, description);
      const found = await findForChange(event);
      return okImage(await complete(found, withDescription(found, request), entryOf(actorOf(event), found)));
    },

    'POST /api/admin/images/{id}/variants': async (event) => {
      const actor = actorOf(event);
      assertAdmin(actor);
      const found = await find(event);
      return jsonReply(200, variantsReply, await add(found, () => entryOf(actor, found)('add-variants')));
    },

    'GET /api/admin/images': async (event) => {
      actorOf(event);
      const { cursor, limit, q, uploadedBy, state } = parseQuery(event, imageListQuery);
      const before = decodeCursor(listName, cursor, articlePosition);
      const isWanted = imageTest({ words: q, uploadedBy, state });
      const { items, next } = await images.list({ before, limit, isWanted });
      return jsonReply(200, imageListReply, { items, next: next && encodeCursor(listName, next) });
    },

    'GET /api/admin/images/{id}': async (event) => {
      actorOf(event);
      const found = await find(event);
      return okImage(found, await images.usedBy(found.id));
    },

    'PATCH /api/admin/images/{id}': async (event) => {
      const request = parseBody(event, description);
      const found = await findForChange(event);
      const after = withDescription(found, request);
      if (!(await images.describe(found.id, after, entryOf(actorOf(event), found)('describe'))))
        throw new PortalError('not_found', 'Ảnh đã bị xóa.');
      return okImage({ ...found, ...after });
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

const okImage = (image: Image, usedBy?: string[]) =>
  jsonReply(200, imageReply, { ...image, ...(usedBy && { usedBy }) });
