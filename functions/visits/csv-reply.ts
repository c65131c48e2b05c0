import type { HttpReply } from '../../shared/http/event.ts';
import { noStore } from '../../shared/http/reply.ts';
import type { DayVisits } from './visits-by-day.ts';

/** Without it Excel does not read the text as UTF-8. */
const byteOrderMark = '\uFEFF';

/** Visits by day as CSV: https://www.rfc-editor.org/rfc/rfc4180. Days and numbers need no quotation marks. */
export const csvReply = (
  items: readonly DayVisits[],
  { from, to }: { from: string; to: string },
): HttpReply => {
  const lines = ['Ngày,Lượt truy cập', ...items.map(({ day, visits }) => `${day},${visits}`)];
  return {
    statusCode: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="luot-truy-cap-${from}-${to}.csv"`,
      ...noStore,
    },
    body: `${byteOrderMark}${lines.join('\r\n')}\r\n`,
  };
};
