import type { Image } from '../../../../shared/images/image.ts';

/** The state of an image's description, as a list shows it. */
export const descriptionInWords = ({ alt, decorative }: Pick<Image, 'alt' | 'decorative'>): string =>
  alt || (decorative ? 'Ảnh trang trí' : 'Chưa mô tả');

/** What names an image for people: its description, or its file. */
export const nameOfImage = ({ alt, fileName }: Pick<Image, 'alt' | 'fileName'>): string => alt || fileName;

/** Whether somebody may describe and delete an image: authors their own, the others all. */
export const mayChange = (user: { name: string; role: string }, { createdBy }: Pick<Image, 'createdBy'>) =>
  user.role !== 'author' || createdBy === user.name;
