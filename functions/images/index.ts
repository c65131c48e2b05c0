import { ulid } from 'ulid';
import { activityRecorder } from '../../shared/activity/activity-store.ts';
import { livePictureStore } from '../../shared/articles/live-picture-store.ts';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { imageStore } from '../../shared/images/image-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { addVariants } from './add-variants.ts';
import { completeUpload } from './complete-upload.ts';
import { fileStore } from './file-store.ts';
import { imageHandlers } from './handlers.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'ACTIVITY_TABLE', 'IMAGES_BUCKET', 'UPLOADS_BUCKET']);
const record = activityRecorder(env.ACTIVITY_TABLE, siteId);
const table = connectTable(env.CONTENT_TABLE);
const images = imageStore(table, siteId, record);
const files = fileStore({ images: env.IMAGES_BUCKET, uploads: env.UPLOADS_BUCKET });

export const handler = httpFunction(
  imageHandlers({
    images,
    files,
    complete: completeUpload({ images, files }),
    add: addVariants({ images, files, live: livePictureStore(table, siteId) }),
    clock: () => new Date(),
    newId: () => ulid().toLowerCase(),
  }),
);
