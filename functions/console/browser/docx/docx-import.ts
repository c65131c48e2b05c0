import type { PastedContent } from '../editor/editor-types.ts';
import type { DocxContent } from './read-docx.ts';

/** What a person chose of a Word file. */
export type DocxChoices = {
  usesTitle: boolean;
  dropsLetterhead: boolean;
  dropsSignature: boolean;
  isReplacing: boolean;
};

/** The choices that fit most: what an article has fields for, or does without, is not repeated in its body. */
export const usualChoices = (
  { title }: DocxContent,
  article: { title: string; isEmpty: boolean },
): DocxChoices => ({
  usesTitle: title !== '' && article.title.trim() === '',
  dropsLetterhead: true,
  dropsSignature: true,
  isReplacing: article.isEmpty,
});

/** The body of a Word file by what was chosen, and its pictures that are still in it. A heading that is the title is not in the body. */
export const chosenContent = (content: DocxContent, choices: DocxChoices): PastedContent => {
  const html = [
    choices.dropsLetterhead ? '' : content.letterhead,
    choices.usesTitle ? '' : content.heading,
    content.body,
    choices.dropsSignature ? '' : content.signature,
  ].join('');
  return {
    html,
    pictures: content.pictures.filter(({ placeholder }) => html.includes(`/images/${placeholder}"`)),
  };
};
