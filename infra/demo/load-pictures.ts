import type { PortalClient } from '../../shared/api/client.ts';
import { reportProgress } from '../cli/progress.ts';
import { listImages } from './admin-api.ts';
import { demoPictures, drawPicture } from './pictures.ts';

/** Draws and uploads the pictures that the portal does not have yet. Returns the image ids by picture name. */
export const loadPictures = async (client: PortalClient): Promise<ReadonlyMap<string, string>> => {
  const existing = await listImages(client);
  const ids = new Map<string, string>();
  for (const [name, picture] of Object.entries(demoPictures)) {
    const fileName = `${name}.jpg`;
    const image = existing.find(
      (candidate) => candidate.fileName === fileName && candidate.status === 'ready',
    );
    reportProgress(
      `Creating the demonstration … picture ${ids.size + 1} of ${Object.keys(demoPictures).length}`,
    );
    const id = image?.id ?? (await uploadPicture(client, fileName, picture.alt, await drawPicture(picture)));
    ids.set(name, id);
  }
  return ids;
};

/** Uploads a JPEG with its alternative text, as an editor does. Returns the image's id. */
export const uploadPicture = async (
  client: PortalClient,
  fileName: string,
  alt: string,
  file: Buffer,
): Promise<string> => {
  const { body } = await client.call('POST /api/admin/images', {
    body: { fileName, contentType: 'image/jpeg', bytes: file.length },
  });
  const { id, upload } = body;
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), fileName);
  const reply = await fetch(upload.url, { method: 'POST', body: form });
  if (!reply.ok) throw new Error(`${fileName}: ${reply.status} ${await reply.text()}`);
  await client.call('POST /api/admin/images/{id}/complete', {
    path: { id },
    body: { alt, credit: 'Tranh vẽ minh họa' },
  });
  return id;
};
