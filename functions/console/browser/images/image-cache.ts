import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { RefusedCall } from '../../../../shared/api/client.ts';
import type { Description, Image } from '../../../../shared/images/image.ts';
import type { Api } from '../api/api-context.ts';

/** An image as this page knows it: `missing` when it was deleted, `unavailable` when it did not come, null until then. */
export type KnownImage = Image | 'missing' | 'unavailable' | null;

/** The images that this page has seen, so that every view shows the same description. */
export type ImageCache = {
  /** The image of an id, which is asked for at the first call. */
  get(id: string): ReadonlySignal<KnownImage>;
  /** Asks for an image again. */
  reload(id: string): Promise<void>;
  put(image: Image): void;
  /** Saves a description. Rejects as calls of the API do. */
  describe(id: string, change: Partial<Description>): Promise<Image>;
  /** Deletes an image that is not in use. Rejects as calls of the API do. */
  remove(id: string): Promise<void>;
};

export const createImageCache = (api: Api): ImageCache => {
  const known = new Map<string, Signal<KnownImage>>();
  /** The last change of each image: the next one waits for it, so that the newest description is the one that stays. */
  const changes = new Map<string, Promise<unknown>>();

  const signalOf = (id: string) => {
    const found = known.get(id) ?? signal<KnownImage>(null);
    known.set(id, found);
    return found;
  };

  const load = async (id: string): Promise<void> => {
    try {
      signalOf(id).value = (await api.call('GET /api/admin/images/{id}', { path: { id } })).body;
    } catch (error) {
      const isMissing = error instanceof RefusedCall && error.status === 404;
      signalOf(id).value = isMissing ? 'missing' : 'unavailable';
    }
  };

  return {
    get(id) {
      if (!known.has(id)) void load(id);
      return signalOf(id);
    },
    reload: load,
    put(image) {
      signalOf(image.id).value = image;
    },
    describe(id, change) {
      const save = async () => {
        const { body } = await api.call('PATCH /api/admin/images/{id}', { path: { id }, body: change });
        signalOf(id).value = body;
        return body;
      };
      const saved = (changes.get(id) ?? Promise.resolve()).then(save, save);
      changes.set(id, saved);
      return saved;
    },
    async remove(id) {
      await api.call('DELETE /api/admin/images/{id}', { path: { id } });
      signalOf(id).value = 'missing';
    },
  };
};
