import { expect, test, vi } from 'vitest';
import {
  createArticleForm,
  emptyContent,
} from '../../../../../functions/console/browser/article/article-form.ts';

const content = { ...emptyContent('tin-tuc'), title: 'Một', body: '<p>Hai</p>' };
const anEditor = (first: string) => {
  let html = first;
  return {
    body: () => html,
    setBody(next: string) {
      html = next;
    },
  };
};

test('reads back what it was given, byte for byte', () => {
  expect(createArticleForm(content, () => {}).read()).toEqual(content);
});

test('tells each change once, and takes back the refusal of the changed field only', () => {
  const onChange = vi.fn();
  const form = createArticleForm(content, onChange);
  form.errors.value = { title: 'Dài quá', body: 'Hỏng' };
  form.set('title', 'Ba');
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(form.errors.value).toEqual({ body: 'Hỏng' });
  form.bodyChanged();
  expect(form.errors.value).toEqual({});
  expect([form.changes.value, form.read().title]).toEqual([2, 'Ba']);
});

test('keeps the body when the editor comes and goes', () => {
  const form = createArticleForm(content, () => {});
  form.fill({ ...content, body: '<p>Bản tìm thấy</p>' });
  const editor = anEditor('<p>Hai</p>');
  const detach = form.attach(editor);
  expect(editor.body()).toBe('<p>Bản tìm thấy</p>');
  editor.setBody('<p>Gõ thêm</p>');
  expect(form.read().body).toBe('<p>Gõ thêm</p>');
  detach();
  editor.setBody('');
  expect(form.read().body).toBe('<p>Gõ thêm</p>');
});

test('fills every field without telling that somebody typed', () => {
  const onChange = vi.fn();
  const form = createArticleForm(content, onChange);
  const other = { ...content, title: 'Khác', tags: ['y tế'], body: '<p>Khác</p>' };
  form.attach(anEditor(content.body));
  form.fill(other);
  expect(form.read()).toEqual(other);
  expect(onChange).not.toHaveBeenCalled();
});
