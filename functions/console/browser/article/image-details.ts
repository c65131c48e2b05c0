import { type ReadonlySignal, signal } from '@preact/signals';
import type { PortalClient } from '../../../../shared/api/client.ts';
import type { Image } from '../../../../shared/images/image.ts';
import { explainFailure } from '../api/failure.ts';
import type { PictureState } from './checklist.ts';

/** What is known of the images of an article: by id, null for one that the library does not have. */
export type ImageDetails = {
  known: ReadonlySignal<ReadonlyMap<string, Image | null>>;
  /** Loads what is not known yet. Resolves when everything that could be loaded is. */
  load(ids: readonly string[]): Promise<void>;
  /** Loads an image again: its description may have changed. */
  reload(id: string): Promise<void>;
};

/** Requests at once. */
const concurrency = 4;

/** Loads the images of an article one by one, each once. An image that cannot be loaded now stays unknown. */
export const createImageDetails = (api: Pick<PortalClient, 'call'>): ImageDetails => {
  const known = signal<ReadonlyMap<string, Image | null>>(new Map());
  const asked = new Set<string>();

  const loadOne = async (id: string) => {
    asked.add(id);
    try {
      const { body } = await api.call('GET /api/admin/images/{id}', { path: { id } });
      known.value = new Map(known.value).set(id, body.status === 'ready' ? body : null);
    } catch (error) {
      const isMissing = explainFailure(error).kind === 'missing';
      if (isMissing) known.value = new Map(known.value).set(id, null);
      else asked.delete(id);
    }
  };

  return {
    known,
    async load(ids) {
      const waiting = [...new Set(ids)].filter((id) => !asked.has(id));
      const worker = async () => {
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) await loadOne(id);
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
    },
    reload: loadOne,
  };
};

/** Whether each known image can be published. */
export const pictureStates = (known: ReadonlyMap<string, Image | null>): ReadonlyMap<string, PictureState> =>
  new Map(Array.from(known, ([id, image]) => [id, stateOf(image)]));

const stateOf = (image: Image | null): PictureState => {
  if (image === null) return 'missing';
  return image.alt !== '' || image.decorative ? 'described' : 'undescribed';
};
