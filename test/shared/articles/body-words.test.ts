import { expect, test } from 'vitest';
import { bodyWords } from '../../../shared/articles/body-words.ts';
import { bodiesWithWords } from '../../support/bodies-with-words.ts';

test.each(bodiesWithWords)('%j has %i words', (body, words) => {
  expect(bodyWords(body)).toBe(words);
});
