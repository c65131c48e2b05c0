import type { HttpReply } from './event.ts';
import { noStore } from './reply.ts';

/** Without it Excel does not read the text as UTF-8. */
const byteOrderMark = '\uFEFF';

/** First characters of a text that a spreadsheet would take for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const formulaStart = /^[=+\-@\t\r]/;

/** One field: https://www.rfc-editor.org/rfc/rfc4180. A text that a spreadsheet would execute gets an apostrophe before it. */
const field = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

type Csv = {
  /** Without its extension: letters, digits and hyphens. */
  fileName: string;
  header: readonly string[];
  rows: readonly (readonly (string | number)[])[];
};

/** A table as a CSV file to download, in UTF-8. */
export const csvReply = ({ fileName, header, rows }: Csv): HttpReply => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}.csv"`,
    ...noStore,
  },
  body: `${byteOrderMark}${[header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`,
});
