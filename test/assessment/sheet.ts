import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageViolations } from './accessibility.ts';
import type { AsvsRow } from './asvs.ts';
import { checksByHand } from './checks-by-hand.ts';
import { type Criterion, type Judgement, sources } from './criteria.ts';
import type { PageSpeed, SpeedAudit } from './speed.ts';

/** What the sheet says, as it is written in JSON too. */
export type Assessment = {
  url: string;
  at: string;
  criteria: readonly (Pick<Criterion, 'group' | 'name' | 'source'> & Judgement)[];
  speed: readonly PageSpeed[];
  accessibility: readonly PageViolations[];
  asvs: readonly AsvsRow[];
};

const words: Record<Judgement['verdict'] | AsvsRow['verdict'], string> = {
  met: 'Đạt',
  'not met': 'Chưa đạt',
  'by hand': 'Người xem',
  'not applicable': 'Không áp dụng',
};

const auditNames: Record<SpeedAudit, string> = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'speed-index': 'Speed Index',
  'total-blocking-time': 'Bị chặn',
};

const styles = `
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem;line-height:1.3}h2{margin-top:2.5rem;font-size:1.25rem}
.table{overflow-x:auto}table{border-collapse:collapse;width:100%;min-width:56rem;font-size:.9rem}
th,td{border:1px solid #bbb;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f0f0f0}td span{white-space:nowrap;font-weight:600}
.met{color:#0a5c2b}.not-met{color:#9c1313}.by-hand{color:#6a4300}.not-applicable{color:#555}
@page{size:A4 landscape;margin:12mm}
@media print{body{margin:0;max-width:none;font-size:11px}thead{display:table-header-group}tr{break-inside:avoid}.table{overflow:visible}table{min-width:0}}
`;

/** The sheet as an HTML page that needs nothing else. */
export const renderSheet = ({ url, at, criteria, speed, accessibility, asvs }: Assessment): string =>
  `<!doctype html>${renderToString(
    h(
      'html',
      { lang: 'vi' },
      h(
        'head',
        null,
        h('meta', { charset: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('title', null, 'Phiếu tự đánh giá cổng thông tin'),
        h('style', { dangerouslySetInnerHTML: { __html: styles } }),
      ),
      h(
        'body',
        null,
        h('h1', null, `Phiếu tự đánh giá cổng thông tin ${url}`),
        h('p', null, `Lập lúc ${vietnameseTime(at)}. ${tally(criteria)}.`),
        h('h2', null, 'Tiêu chí'),
        table(
          ['Nhóm', 'Tiêu chí', 'Căn cứ', 'Kết quả', 'Thấy gì, hoặc cần làm gì'],
          criteria.map(({ group, name, source, verdict, seen }) => [
            group,
            name,
            source,
            verdictCell(verdict),
            seen,
          ]),
        ),
        h('h2', null, 'Căn cứ'),
        h(
          'ul',
          null,
          Object.entries(sources).map(([key, { name, url: address }]) =>
            h('li', null, `${key}: ${name}. `, address && h('a', { href: address }, address)),
          ),
        ),
        h('h2', null, 'Tốc độ: từng lần đo, tính bằng mili giây, như trên điện thoại chậm'),
        table(
          ['Trang', ...Object.values(auditNames)],
          speed.map(({ name, path, runsMs }) => [
            `${name} (${path})`,
            ...Object.keys(auditNames).map((audit) => runsMs[audit as SpeedAudit].map(Math.round).join(', ')),
          ]),
        ),
        h('h2', null, 'Tiếp cận: axe-core'),
        table(
          ['Trang', 'Lỗi'],
          accessibility.map(({ name, path, violations }) => [
            `${name} (${path})`,
            violations.length === 0 ? 'Không' : violations.join('; '),
          ]),
        ),
        h('h2', null, 'Kiểm tra bằng người'),
        table(
          ['WCAG 2.2', 'Về', 'Cách làm', 'Kết quả'],
          checksByHand.map((check) => [...check, '']),
        ),
        h('h2', null, 'OWASP ASVS 5.0, mức 1 và 2'),
        h('p', null, `Yêu cầu được tóm lược bằng tiếng Anh như nguyên bản. ${tally(asvs)}.`),
        table(
          ['Mã', 'Mức', 'Yêu cầu', 'Kết quả', 'Bằng chứng trong mã nguồn', 'Ghi chú'],
          asvs.map(({ id, level, requirement, verdict, evidence, note }) => [
            id,
            level,
            requirement,
            verdictCell(verdict),
            evidence.join(' '),
            note,
          ]),
        ),
      ),
    ),
  )}`;

const vietnameseTime = (at: string) =>
  new Date(at).toLocaleString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  });

/** Marks a cell with a verdict, so that the table can style it. */
const verdictCell = (verdict: keyof typeof words) =>
  h('span', { class: verdict.replace(' ', '-') }, words[verdict]);

/** How many of each verdict there are: “Đạt 18, Chưa đạt 5”. */
const tally = (rows: readonly { verdict: keyof typeof words }[]): string =>
  Object.entries(words)
    .map(([verdict, word]) => [word, rows.filter((row) => row.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');

const table = (heads: readonly string[], rows: readonly (readonly ComponentChildren[])[]) =>
  h(
    'div',
    { class: 'table' },
    h(
      'table',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        null,
        rows.map((cells) =>
          h(
            'tr',
            null,
            cells.map((cell) => h('td', null, cell)),
          ),
        ),
      ),
    ),
  );
