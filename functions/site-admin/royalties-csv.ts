import type { PersonRoyalties } from '../../shared/articles/royalties.ts';
import { csvReply } from '../../shared/http/csv-reply.ts';
import type { HttpReply } from '../../shared/http/event.ts';
import type { Category } from '../../shared/site/settings.ts';
import { localDay } from '../../shared/time/local-day.ts';

type Royalties = { month: string; people: readonly PersonRoyalties[]; categories: readonly Category[] };

/** The royalties of a month as CSV: a row for each article, those of a person together. */
export const royaltiesCsv = ({ month, people, categories }: Royalties): HttpReply => {
  const names = new Map(categories.map(({ slug, name }) => [slug, name]));
  return csvReply({
    fileName: `nhuan-but-${month}`,
    header: [
      'Người',
      'Ngày đăng',
      'Tiêu đề',
      'Chuyên mục',
      'Số chữ',
      'Số ảnh',
      'Tên tác giả ghi trên bài',
      'Tài khoản tạo bài',
      'Mã bài',
    ],
    rows: people.flatMap(({ name, articles }) =>
      articles.map((article) => [
        name,
        localDay(new Date(article.publishedAt)),
        article.title,
        names.get(article.category) ?? article.category,
        article.words,
        article.pictures,
        article.author,
        article.createdBy,
        article.id,
      ]),
    ),
  });
};
