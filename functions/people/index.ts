import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { activityRecorder } from '../../shared/activity/activity-store.ts';
import { readEnv, readSiteId } from '../../shared/env.ts';
import { httpFunction } from '../../shared/http/http-function.ts';
import { connectTable } from '../../shared/table/table-store.ts';
import { peopleHandlers } from './handlers.ts';
import { peopleStore } from './people-store.ts';
import { userPoolStore } from './user-pool-store.ts';

const siteId = readSiteId();
const env = readEnv(['CONTENT_TABLE', 'ACTIVITY_TABLE', 'USER_POOL_ID']);

export const handler = httpFunction(
  peopleHandlers({
    pool: userPoolStore(env.USER_POOL_ID),
    people: peopleStore(
      connectTable(env.CONTENT_TABLE),
      siteId,
      activityRecorder(env.ACTIVITY_TABLE, siteId),
    ),
    clock: () => new Date(),
    newId: () => ulid().toLowerCase(),
    wait,
  }),
);
