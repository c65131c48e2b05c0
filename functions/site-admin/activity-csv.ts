import type { Activity } from '../../shared/activity/activity.ts';
import type { ActivityFilter } from '../../shared/activity/activity-filter.ts';
import { actionInWords, kindNames } from '../../shared/activity/activity-words.ts';
import { csvReply } from '../../shared/http/csv-reply.ts';
import type { HttpReply } from '../../shared/http/event.ts';
import { roleNames } from '../../shared/people/role-names.ts';
import { localTime } from '../../shared/time/local-day.ts';

/** Entries of the activity log as CSV, newest first. */
export const activityCsv = (items: readonly Activity[], { days }: ActivityFilter): HttpReply =>
  csvReply({
    fileName: days ? `nhat-ky-${days.from}-${days.to}` : 'nhat-ky',
    header: ['Lúc', 'Người', 'Vai trò', 'Việc', 'Loại', 'Tên', 'Mã', 'Phiên bản', 'Ghi chú'],
    rows: items.map((entry) => [
      localTime(entry.at),
      entry.by,
      roleNames[entry.role],
      actionInWords(entry),
      kindNames[entry.subject.kind],
      entry.title,
      entry.subject.id,
      entry.version ?? '',
      entry.note,
    ]),
  });
