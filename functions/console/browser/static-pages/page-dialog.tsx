import { useState } from 'preact/hooks';
import { pagePath } from '../../../../shared/pages/site-pages.tsx';
import type { SitePage } from '../../../../shared/site/settings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { languageNames } from './language-names.ts';
import { pairOf, possiblePairs } from './page-list.ts';
import { pageNameLength, pageProblems } from './page-problems.ts';

type Props = {
  /** The page as it is; `isNew` when it is not in the footer yet. */
  page: SitePage;
  isNew: boolean;
  pages: readonly SitePage[];
  isBusy: boolean;
  onSave: (page: SitePage) => void;
  onClose: () => void;
};

/** Name, address, language and pair of a page in the footer. */
export const PageDialog = ({ page, isNew, pages, isBusy, onSave, onClose }: Props) => {
  const [typed, setTyped] = useState<SitePage>(() => ({
    ...page,
    translationOf: pairOf(pages, page)?.slug ?? '',
  }));
  const [isChecked, setChecked] = useState(false);
  const others = pages.filter(({ slug }) => isNew || slug !== page.slug);
  const problems = pageProblems(typed, others);
  const shown = isChecked ? problems : {};
  const pairs = possiblePairs(pages, { slug: isNew ? '' : page.slug, language: typed.language });
  const set = (changes: Partial<SitePage>) => setTyped({ ...typed, ...changes });
  return (
    <Dialog title={isNew ? 'Đưa vào chân trang' : 'Sửa liên kết ở chân trang'} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          const isRight = Object.keys(problems).length === 0;
          if (isRight && !isBusy) onSave({ ...typed, name: typed.name.trim() });
        }}
      >
        <Field label="Tên ở chân trang" error={shown.name}>
          {(ids) => (
            <input
              {...ids}
              maxLength={pageNameLength}
              value={typed.name}
              onInput={({ currentTarget: { value: name } }) => set({ name })}
            />
          )}
        </Field>
        <Field
          label="Đường dẫn"
          error={shown.slug}
          hint={
            isNew || typed.slug === page.slug
              ? `Địa chỉ của trang: ${pagePath(typed.slug)}`
              : `Địa chỉ cũ ${pagePath(page.slug)} sẽ không mở được nữa.`
          }
        >
          {(ids) => (
            <input
              {...ids}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              value={typed.slug}
              onInput={({ currentTarget: { value: slug } }) => set({ slug })}
            />
          )}
        </Field>
        <Field label="Ngôn ngữ của trang">
          {(ids) => (
            <select
              {...ids}
              value={typed.language}
              onChange={({ currentTarget: { value } }) =>
                set({ language: value as SitePage['language'], translationOf: '' })
              }
            >
              {Object.entries(languageNames).map(([language, name]) => (
                <option key={language} value={language}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Cùng nội dung với"
          hint="Công cụ tìm kiếm sẽ đưa người đọc đến bản đúng ngôn ngữ của họ."
        >
          {(ids) => (
            <select
              {...ids}
              value={typed.translationOf}
              onChange={({ currentTarget: { value: translationOf } }) => set({ translationOf })}
            >
              <option value="">Không có bản ngôn ngữ khác</option>
              {pairs.map(({ slug, name, language }) => (
                <option key={slug} value={slug}>
                  {name} ({languageNames[language]})
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit" kind="primary" busy={isBusy}>
          {isNew ? 'Đưa vào chân trang' : 'Lưu'}
        </Button>
      </form>
    </Dialog>
  );
};
