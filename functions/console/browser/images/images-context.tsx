import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { useApi } from '../api/api-context.ts';
import { createImageCache, type ImageCache } from './image-cache.ts';
import { prepareFile } from './prepare-file.ts';
import { sendForm } from './send-form.ts';
import type { UploadQueue } from './upload.ts';
import { createUploadQueue } from './upload-queue.ts';
import { hasEnded } from './upload-state.ts';

type Images = { uploads: UploadQueue; cache: ImageCache };

const ImagesContext = createContext<Images | null>(null);

const useContextOfImages = (): Images => {
  const images = useContext(ImagesContext);
  if (!images) throw new Error('No images above this component');
  return images;
};

/** The uploads of this page. */
export const useUploads = (): UploadQueue => useContextOfImages().uploads;

/** The images that this page has seen. */
export const useImages = (): ImageCache => useContextOfImages().cache;

/** Calls when an event of the window happens; returns how to stop that. */
const onWindow = <Type extends keyof WindowEventMap>(
  type: Type,
  run: (event: WindowEventMap[Type]) => void,
) => {
  window.addEventListener(type, run);
  return () => window.removeEventListener(type, run);
};

/** Uploads and images for the views below. Asks before a page is left whose uploads have not ended. */
export const ImagesProvider = ({ children }: { children: ComponentChildren }) => {
  const api = useApi();
  const images = useMemo<Images>(
    () => ({
      cache: createImageCache(api),
      uploads: createUploadQueue({
        api,
        send: sendForm,
        prepare: prepareFile,
        clock: () => new Date(),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        network: { isOnline: () => navigator.onLine, onOnline: (run) => onWindow('online', run) },
        newId: () => crypto.randomUUID(),
      }),
    }),
    [api],
  );
  useEffect(() => {
    // A file that is dropped beside a place for files would replace the page.
    const ignore = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const ends = [
      onWindow('dragover', ignore),
      onWindow('drop', ignore),
      onWindow('beforeunload', (event) => {
        if (!images.uploads.uploads.value.every(hasEnded)) event.preventDefault();
      }),
    ];
    return () => {
      for (const end of ends) end();
      images.uploads.stop();
    };
  }, [images]);
  return <ImagesContext.Provider value={images}>{children}</ImagesContext.Provider>;
};
