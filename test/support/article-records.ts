import type { ArticleRecord } from '../../infra/tools/articles/article-record.ts';

export const instantOf = (n: number) => new Date(Date.UTC(2018, 0, 1, 0, n)).toISOString();
export const idOf = (n: number) => `01c3000000000000000${String(n).padStart(7, '0')}`;
const statuses = ['published', 'draft', 'in_review', 'returned', 'approved', 'published'] as const;

/** Article records with every status but withdrawn, as an export writes them. */
export const articleRecords = (count: number): ArticleRecord[] =>
  Array.from({ length: count }, (_, n) => {
    const status = statuses[n % statuses.length] ?? 'draft';
    return {
      id: idOf(n),
      status,
      title: `Tin số ${n}: họp tổ dân phố “${n % 7}”`,
      body: `<h2>Mục ${n}</h2><p>Đoạn văn thứ ${n}, có <strong>chữ đậm</strong> &amp; dấu.</p>`,
      category: n % 2 ? 'tin-tuc' : 'thong-bao',
      summary: n % 3 ? '' : `Tóm tắt\nhai dòng ${n}`,
      tags: n % 4 ? [] : ['họp dân', `tổ ${n}`],
      author: 'Trần Ngọc Lan',
      source: n % 5 ? '' : 'Báo Vĩnh Lam',
      cover: null,
      gallery: [],
      oldUrls: n % 2 ? [`/2018/tin-${n}.html`] : [],
      ...(status === 'published' && { publishedAt: instantOf(n), updatedAt: instantOf(n + (n % 3)) }),
      ...(n % 12 === 5 && { withdrawAt: '2150-01-01T00:00:00.000Z' }),
    };
  });
