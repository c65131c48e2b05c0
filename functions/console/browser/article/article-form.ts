import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ArticleContent } from '../../../../shared/articles/content.ts';

/** The part of the editor that holds the body, once it is loaded. */
type BodyEditor = { body(): string; setBody(html: string): void };

export type FieldName = keyof ArticleContent;
type FormField = Exclude<FieldName, 'body'>;

/** What is in the form of one article. */
export type ArticleForm = {
  /** Every field but the body, which is read from the editor. */
  fields: { readonly [Field in FormField]: ReadonlySignal<ArticleContent[Field]> };
  set<Field extends FormField>(field: Field, value: ArticleContent[Field]): void;
  /** Why the server refused a field, until it is changed. */
  errors: Signal<Partial<Record<FieldName, string>>>;
  /** Counts changes, of the body too. */
  changes: ReadonlySignal<number>;
  /** Says that the body was changed in the editor. */
  bodyChanged(): void;
  /** From now on the editor holds the body; the returned function ends that. */
  attach(editor: BodyEditor): () => void;
  body(): string;
  read(): ArticleContent;
  /** Replaces everything: with a found draft, or what was chosen in a conflict. */
  fill(content: ArticleContent): void;
};

/** The form of an article. `onChange` is called after each change by a person, and reads nothing. */
export const createArticleForm = (content: ArticleContent, onChange: () => void): ArticleForm => {
  const { body: firstBody, ...others } = content;
  const signals = Object.fromEntries(
    Object.entries(others).map(([field, value]) => [field, signal(value)]),
  ) as { [Field in FormField]: Signal<ArticleContent[Field]> };
  const errors = signal<Partial<Record<FieldName, string>>>({});
  const changes = signal(0);
  let body = firstBody;
  let editor: BodyEditor | null = null;

  const currentBody = () => editor?.body() ?? body;
  const changed = (field: FieldName) => {
    changes.value += 1;
    if (errors.value[field] !== undefined) {
      const { [field]: _, ...left } = errors.value;
      errors.value = left;
    }
    onChange();
  };

  return {
    fields: signals,
    errors,
    changes,
    set(field, value) {
      signals[field].value = value;
      changed(field);
    },
    bodyChanged: () => changed('body'),
    attach(next) {
      if (next.body() !== body) next.setBody(body);
      editor = next;
      return () => {
        body = currentBody();
        editor = null;
      };
    },
    body: currentBody,
    read() {
      const values = Object.fromEntries(Object.entries(signals).map(([field, { value }]) => [field, value]));
      return { ...values, body: currentBody() } as ArticleContent;
    },
    fill({ body: newBody, ...values }) {
      for (const [field, value] of Object.entries(values)) {
        (signals[field as FormField] as Signal<unknown>).value = value;
      }
      body = newBody;
      if (editor && editor.body() !== newBody) editor.setBody(newBody);
      errors.value = {};
      changes.value += 1;
    },
  };
};

/** The content of an article that nobody has written yet. */
export const emptyContent = (category: string): ArticleContent => ({
  title: '',
  body: '',
  category,
  summary: '',
  tags: [],
  author: '',
  source: '',
  cover: null,
  gallery: [],
  oldUrls: [],
});
