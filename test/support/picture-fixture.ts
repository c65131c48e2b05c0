import sharp from 'sharp';
import { uploadLimitBytes } from '../../shared/images/image.ts';
import type { Answer, staffApi } from './staff-api.ts';

type Office = ReturnType<typeof staffApi>;
type Upload = { id: string; upload: { url: string; fields: Record<string, string> } };

/** A photograph of a given size, as hard to compress as a real one. */
export const photograph = (width = 1200, height = 800) => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#3a6', noise } });
};

/** Announces an upload, and posts the file as a browser would: one form, the file last. */
export const upload = async (
  { as }: Office,
  file: Buffer,
  { contentType = 'image/jpeg', fileName = 'anh.jpg', account = 'editor' as 'author' | 'editor' } = {},
): Promise<string> => {
  const body = {
    fileName,
    contentType,
    bytes: Math.min(Math.max(file.length, 1), uploadLimitBytes),
  };
  const asked = await as[account]<Upload>('/images', { method: 'POST', body });
  await send(asked.body, file);
  return asked.body.id;
};

const send = async ({ upload: { url, fields } }: Upload, file: Buffer) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), 'anh.jpg');
  const reply = await fetch(url, { method: 'POST', body: form });
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
};

export const complete = <Body>({ as }: Office, id: string, body: unknown = {}): Promise<Answer<Body>> =>
  as.editor<Body>(`/images/${id}/complete`, { method: 'POST', body });
