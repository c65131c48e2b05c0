import { ulid } from 'ulid';
import { activityRecorder } from '../../shared/activity/activity-store.ts';
import { readEnv } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { imageStore } from '../../shared/images/image-store.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { completeUpload } from './complete-upload.ts';
import { fileStore } from './file-store.ts';
import { imageHandlers } from './handlers.ts';

const env = readEnv(['CONTENT_TABLE', 'ACTIVITY_TABLE', 'IMAGES_BUCKET', 'SITE_ID']);
const record = activityRecorder(env.ACTIVITY_TABLE, env.SITE_ID);
const images = imageStore(connectTable(env.CONTENT_TABLE), env.SITE_ID, record);
const files = fileStore(env.IMAGES_BUCKET);

export const handler = httpFunction(
  imageHandlers({
    images,
    files,
    complete: completeUpload({ images, files }),
    clock: () => new Date(),
    newId: () => ulid().toLowerCase(),
  }),
);
