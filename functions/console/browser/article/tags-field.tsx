import { useId, useRef, useState } from 'preact/hooks';
import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { ArticleForm } from './article-form.ts';
import { fieldAttribute } from './place.ts';
import { addTags, usefulSuggestions } from './tag-list.ts';

type Props = { form: ArticleForm; known: readonly string[] };

/** The tags of an article: typed or chosen one after the other, each removed by its button. */
export const TagsField = ({ form, known }: Props) => {
  const tags = form.fields.tags.value;
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const announce = useAnnounce();

  const add = (text: string) => {
    const added = addTags(tags, text);
    if (added.tags.length > tags.length) {
      form.set('tags', [...added.tags]);
      announce(`Đã thêm từ khóa ${added.tags.slice(tags.length).join(', ')}.`);
    }
    setRefusal(added.refusal);
    setTyped(added.refusal === '' ? '' : text);
  };
  const remove = (name: string) => {
    form.set(
      'tags',
      tags.filter((tag) => tag !== name),
    );
    announce(`Đã bỏ từ khóa ${name}.`);
    input.current?.focus();
  };

  return (
    <div class="tags-field" {...fieldAttribute('tags')}>
      <Field
        label="Từ khóa"
        hint={`Tối đa ${contentLimits.tags}. Gõ rồi nhấn Enter; nhiều từ khóa cách nhau bằng dấu phẩy.`}
        error={refusal || form.errors.value.tags}
      >
        {(ids) => (
          <div class="tags-entry">
            <input
              {...ids}
              ref={input}
              list={listId}
              value={typed}
              enterkeyhint="done"
              onInput={({ currentTarget }) => {
                setRefusal('');
                if (/[,;]/.test(currentTarget.value)) add(currentTarget.value);
                else setTyped(currentTarget.value);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.isComposing) return;
                event.preventDefault();
                add(typed);
              }}
              onBlur={() => typed.trim() !== '' && add(typed)}
            />
            <Button onClick={() => add(typed)}>Thêm</Button>
          </div>
        )}
      </Field>
      <datalist id={listId}>
        {usefulSuggestions(tags, known).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {tags.length > 0 && (
        <ul class="tag-list" aria-label="Từ khóa của bài">
          {tags.map((name) => (
            <li key={name}>
              {name}
              <button
                type="button"
                class="close"
                aria-label={`Bỏ từ khóa ${name}`}
                onClick={() => remove(name)}
              >
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
