import { ulid } from 'ulid';
import { readEnv, readImagesBucket } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/function.ts';
import { imageStore } from '../../shared/images/image-store.ts';
import { connectTable } from '../../shared/table-store.ts';
import { completeUpload } from './complete-upload.ts';
import { fileStore } from './file-store.ts';
import { imageHandlers } from './handlers.ts';

const { contentTable, siteId } = readEnv();
const images = imageStore(connectTable(contentTable), siteId);
const files = fileStore(readImagesBucket());

export const handler = httpFunction(
  imageHandlers({
    images,
    files,
    complete: completeUpload({ images, files }),
    now: () => new Date(),
    newId: () => ulid().toLowerCase(),
  }),
);
