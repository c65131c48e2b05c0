import { contentLimits } from '../../../../shared/articles/content-limits.ts';
import { Field } from '../ui/field.tsx';
import type { ArticleForm } from './article-form.ts';
import { type Fullness, textFullness, titleFullness } from './field-limits.ts';
import { fieldAttribute } from './place.ts';

type Props = { form: ArticleForm };

/** A hint that says how full a field is, once there is something to say. */
const fullnessProps = ({ level, sentence }: Fullness, refusal: string | undefined) => ({
  error: refusal ?? (level === 'over' ? sentence : undefined),
  hint: level === 'near' ? sentence : undefined,
});

export const TitleField = ({ form }: Props) => {
  const title = form.fields.title.value;
  return (
    <div class="title-field" {...fieldAttribute('title')}>
      <Field label="Tiêu đề" {...fullnessProps(titleFullness(title), form.errors.value.title)}>
        {(ids) => (
          <textarea
            {...ids}
            rows={1}
            required
            value={title}
            onInput={({ currentTarget }) => form.set('title', currentTarget.value.replaceAll('\n', ' '))}
            onKeyDown={(event) => {
              // A title is one line; Enter ends a word that is being composed, which is left to it.
              if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
            }}
          />
        )}
      </Field>
    </div>
  );
};

export const SummaryField = ({ form }: Props) => {
  const summary = form.fields.summary.value;
  const fullness = textFullness(summary, contentLimits.summaryLength);
  const { error, hint } = fullnessProps(fullness, form.errors.value.summary);
  return (
    <div {...fieldAttribute('summary')}>
      <Field
        label="Tóm tắt"
        error={error}
        hint={hint ?? 'Một hai câu: chuyện gì, ở đâu, khi nào. Hiện ở danh sách tin.'}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            value={summary}
            onInput={({ currentTarget }) => form.set('summary', currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
};

const lineFields = {
  author: {
    label: 'Tác giả',
    limit: contentLimits.authorLength,
    hint: 'Hiện dưới bài. Để trống nếu không ghi.',
  },
  source: {
    label: 'Nguồn',
    limit: contentLimits.sourceLength,
    hint: 'Nếu bài lấy từ nơi khác: “Báo Chính phủ”.',
  },
} as const;

/** The author or the source of an article, in one line. */
export const LineField = ({ form, field }: Props & { field: keyof typeof lineFields }) => {
  const value = form.fields[field].value;
  const { label, limit, hint } = lineFields[field];
  const { error, hint: warning } = fullnessProps(textFullness(value, limit), form.errors.value[field]);
  return (
    <div {...fieldAttribute(field)}>
      <Field label={label} error={error} hint={warning ?? hint}>
        {(ids) => (
          <input
            {...ids}
            value={value}
            onInput={({ currentTarget }) => form.set(field, currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
};
