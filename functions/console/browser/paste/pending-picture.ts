import type { PastedPicture } from './take-pictures.ts';

/** Ids of pictures that are not uploaded yet: ULIDs of the year 1970. */
const pendingId = /^0{10}/;

/** Whether an id stands for a picture that is still to be uploaded. Nobody but the editor sees it. */
export const isPendingPicture = (id: string): boolean => pendingId.test(id);

/** The placeholders of a paste by ones that no other paste has; `random` gives digits, 16 of them for each. */
export const withUniquePlaceholders = <Content extends { html: string; pictures: readonly PastedPicture[] }>(
  content: Content,
  random: () => string,
): Content => {
  const unique = new Map(content.pictures.map(({ placeholder }) => [placeholder, `0000000000${random()}`]));
  const rename = (placeholder: string) => unique.get(placeholder) ?? placeholder;
  return {
    ...content,
    html: content.html.replace(/(?<=src="\/images\/)\w+/g, rename),
    pictures: content.pictures.map((picture) => ({ ...picture, placeholder: rename(picture.placeholder) })),
  };
};
