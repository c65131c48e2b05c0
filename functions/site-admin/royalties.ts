import { imagesOf } from '../../shared/articles/article-images.ts';
import { bodyWords } from '../../shared/articles/body-words.ts';
import type { LiveArticle } from '../../shared/articles/live-article.ts';
import type { CountedArticle, PersonRoyalties } from '../../shared/articles/royalties.ts';

/** What counts of an article: the words of its body; its pictures, each once, however often it stands there. */
export const countArticle = (live: LiveArticle, createdBy: string): CountedArticle => {
  const { id, title, category, publishedAt, author, body, cover, gallery } = live;
  const pictures = imagesOf({
    body,
    cover: cover?.id ?? null,
    gallery: gallery.map(({ image, caption }) => ({ image: image.id, caption })),
  });
  return {
    id,
    title,
    category,
    publishedAt,
    author,
    createdBy,
    words: bodyWords(body),
    pictures: pictures.length,
  };
};

/** Whose an article is: the byline's, or the account's that created it. */
const creditOf = ({ author, createdBy }: CountedArticle) =>
  author === '' ? { name: createdBy, kind: 'account' as const } : { name: author, kind: 'byline' as const };

/**
 * The articles by person, people by name. Bylines that differ by case alone are one person's, written as in the first article; by accents,
 * two people's. A byline is never taken for an account of the same name.
 */
export const royaltiesOf = (articles: readonly CountedArticle[]): PersonRoyalties[] => {
  const people = new Map<string, PersonRoyalties>();
  for (const article of articles) {
    const credit = creditOf(article);
    const key = `${credit.kind} ${credit.name.normalize('NFC').toLowerCase()}`;
    const before = people.get(key) ?? { ...credit, words: 0, pictures: 0, articles: [] };
    people.set(key, {
      ...before,
      words: before.words + article.words,
      pictures: before.pictures + article.pictures,
      articles: [...before.articles, article],
    });
  }
  const { compare } = new Intl.Collator('vi');
  return [...people.values()].sort((a, b) => compare(a.name, b.name) || compare(a.kind, b.kind));
};
