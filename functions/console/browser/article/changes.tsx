import type { Comparison } from '../../../../shared/articles/compare.ts';
import { fieldInWords } from './history-words.ts';

type Words = Comparison['body'][number]['words'];

/** What differs between two revisions: removed text is struck out, added text underlined. */
export const Changes = ({ comparison: { fields, body } }: { comparison: Comparison }) => {
  const changed = body.filter(({ change }) => change !== 'same');
  return (
    <div class="changes">
      {fields.length > 0 && (
        <dl>
          {fields.map(({ field, words, before, after }) => (
            <div key={field}>
              <dt>{fieldInWords(field)}</dt>
              <dd>
                {words ? (
                  <WordChanges words={words} />
                ) : (
                  <>
                    <del>{valueInWords(before)}</del> <ins>{valueInWords(after)}</ins>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {changed.map(({ words }, index) => (
        <p key={index}>
          <WordChanges words={words} />
        </p>
      ))}
      {fields.length === 0 && changed.length === 0 && <p>Nội dung không đổi.</p>}
    </div>
  );
};

const WordChanges = ({ words }: { words: Words }) => (
  <>
    {words.map(({ change, text }) => {
      if (change === 'added') return <ins>{text}</ins>;
      return change === 'removed' ? <del>{text}</del> : text;
    })}
  </>
);

/** A value that is no text, for people: tags by name, pictures by their number. */
const valueInWords = (value: unknown): string => {
  if (value === null || value === '') return 'không có';
  if (!Array.isArray(value)) return 'ảnh khác';
  if (value.length === 0) return 'không có';
  return value.every((item) => typeof item === 'string') ? value.join(', ') : `${value.length} ảnh`;
};
