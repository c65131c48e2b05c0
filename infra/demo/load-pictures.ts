import type { Image } from '../../shared/images/image.ts';
import { reportProgress } from '../cli/progress.ts';
import type { OfficeApi } from './office-api.ts';
import { demoPictures, drawPicture } from './pictures.ts';

type Announced = { id: string; upload: { url: string; fields: Record<string, string> } };

/** Draws and uploads the pictures that the portal does not have yet, as an editor would. Returns ids by name. */
export const loadPictures = async (api: OfficeApi): Promise<ReadonlyMap<string, string>> => {
  const there = await api.all<Image>('/images?');
  const ids = new Map<string, string>();
  for (const [name, picture] of Object.entries(demoPictures)) {
    const fileName = `${name}.jpg`;
    const known = there.find((image) => image.fileName === fileName && image.status === 'ready');
    reportProgress(
      `Creating the demonstration … picture ${ids.size + 1} of ${Object.keys(demoPictures).length}`,
    );
    ids.set(name, known?.id ?? (await uploadPicture(api, fileName, picture.alt, await drawPicture(picture))));
  }
  return ids;
};

/** Uploads a JPEG and describes it. Returns its id. */
export const uploadPicture = async (
  api: OfficeApi,
  fileName: string,
  alt: string,
  file: Buffer,
): Promise<string> => {
  const request = { fileName, contentType: 'image/jpeg', bytes: file.length };
  const { id, upload: target } = (await api.call<Announced>('/images', { method: 'POST', body: request }))
    .body;
  const form = new FormData();
  for (const [name, value] of Object.entries(target.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), fileName);
  const sent = await fetch(target.url, { method: 'POST', body: form });
  if (!sent.ok) throw new Error(`${fileName}: ${sent.status} ${await sent.text()}`);
  await api.call(`/images/${id}/complete`, { method: 'POST', body: { alt, credit: 'Tranh vẽ minh họa' } });
  return id;
};
