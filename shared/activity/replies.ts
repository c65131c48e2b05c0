import { listOf } from '../http/reply.ts';
import { activity } from './activity.ts';

export const activityListReply = listOf(activity);
