import { useState } from 'preact/hooks';
import { slugOf } from '../../../../shared/articles/slug.ts';
import type { Category, SiteSettings } from '../../../../shared/site/settings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { type CategoryProblems, categoryLimits, categoryProblems } from './category-changes.ts';

type Props = {
  /** The category that is edited; null for a new one. */
  category: Category | null;
  settings: SiteSettings;
  onClose: () => void;
  /** Saves it; what is wrong as a sentence, or null when it is saved. */
  onSave: (category: Category) => Promise<string | null>;
};

/** Creates a category, or renames and describes one. The address of a new one follows its name until it is written. */
export const CategoryDialog = ({ category, settings, onClose, onSave }: Props) => {
  const [name, setName] = useState(category?.name ?? '');
  const [slug, setSlug] = useState<string | null>(category?.slug ?? null);
  const [description, setDescription] = useState(category?.description ?? '');
  const [problems, setProblems] = useState<CategoryProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const proposed = name.trim() === '' ? '' : slugOf(name).slice(0, categoryLimits.slug);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    const written = { name: name.trim(), slug: slug ?? proposed, description: description.trim() };
    const found = categoryProblems(written, settings, category?.slug ?? null);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setFailure(await onSave(written));
    setBusy(false);
  };

  return (
    <Dialog open title={category ? `Sửa chuyên mục “${category.name}”` : 'Thêm chuyên mục'} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field label="Tên" error={problems.name}>
          {(ids) => (
            <input
              {...ids}
              required
              maxLength={categoryLimits.name}
              value={name}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        {category === null ? (
          <Field
            label="Đường dẫn"
            hint="Là địa chỉ của chuyên mục trên cổng. Sau khi lưu không đổi được."
            error={problems.slug}
          >
            {(ids) => (
              <input
                {...ids}
                spellcheck={false}
                autocapitalize="off"
                maxLength={categoryLimits.slug}
                value={slug ?? proposed}
                onInput={({ currentTarget }) => setSlug(currentTarget.value)}
              />
            )}
          </Field>
        ) : (
          <p class="hint">
            Địa chỉ /{category.slug} giữ nguyên. Muốn đổi địa chỉ: thêm chuyên mục mới rồi bỏ chuyên mục này.
          </p>
        )}
        <Field
          label="Mô tả"
          hint="Hiện dưới tên ở trang chuyên mục; có thể để trống."
          error={problems.description}
        >
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              value={description}
              onInput={({ currentTarget }) => setDescription(currentTarget.value)}
            />
          )}
        </Field>
        {failure !== null && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
        <div class="dialog-actions">
          <Button onClick={onClose}>Hủy</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            Lưu
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
