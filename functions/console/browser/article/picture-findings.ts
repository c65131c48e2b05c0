import type { ArticleContent } from '../../../../shared/articles/content.ts';
import type { BodyOutline } from './body-outline.ts';
import { advice, blocks, type Finding, type Place } from './finding.ts';

/** Whether a picture can be published; one whose state is not known yet is not in the map. */
export type PictureState = 'described' | 'undescribed' | 'missing';

type Pictured = {
  content: Pick<ArticleContent, 'cover' | 'gallery'>;
  outline: BodyOutline;
  pictures: ReadonlyMap<string, PictureState>;
};

/** Pictures that are gone or not described, and a cover that is missing. */
export const pictureFindings = ({ content, outline, pictures }: Pictured): Finding[] => {
  const inBody = outline.items.flatMap((item) => (item.kind === 'picture' ? [item] : []));
  const uses: { image: string; where: string; place: Place }[] = [
    ...(content.cover === null
      ? []
      : [{ image: content.cover, where: 'Ảnh đại diện', place: { field: 'cover' } as const }]),
    ...inBody.map(({ image, block }, index) => ({
      image,
      where: `Ảnh thứ ${index + 1} trong bài`,
      place: { block },
    })),
    ...content.gallery.map(({ image }, index) => ({
      image,
      where: `Ảnh thứ ${index + 1} của bộ ảnh`,
      place: { field: 'gallery' } as const,
    })),
  ];
  const described = new Set<string>();
  const findings = uses.flatMap(({ image, where, place }) => {
    const state = pictures.get(image);
    if (state === 'missing')
      return [blocks(`${where} không còn trong kho ảnh; hãy bỏ hoặc thay ảnh.`, place)];
    if (state !== 'undescribed' || described.has(image)) return [];
    described.add(image);
    return [blocks(`${where} chưa có mô tả.`, { image })];
  });
  return content.cover === null
    ? [
        ...findings,
        advice('Bài chưa có ảnh đại diện; danh sách tin sẽ hiện bài không có ảnh.', { field: 'cover' }),
      ]
    : findings;
};
