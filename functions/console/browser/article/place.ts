import type { FieldName } from './article-form.ts';
import type { Place } from './checklist.ts';

/** The attribute of the element around a field: its value is the field's name. */
export const fieldAttribute = (field: FieldName) => ({ 'data-field': field });

const focusable = 'input, textarea, select, [contenteditable="true"], button, summary';

/** Shows a field of the form and moves the focus into it. */
export const focusField = (form: HTMLElement, field: FieldName) => {
  const element = form.querySelector<HTMLElement>(`[data-field="${field}"]`);
  element?.scrollIntoView({ block: 'center' });
  element?.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
};

/** The field that a refusal names by a JSON path, such as `gallery.0.image`; null for what is not in the form. */
export const fieldOfPath = (path: string, fields: readonly FieldName[]): FieldName | null =>
  fields.find((field) => field === path.split('.')[0]) ?? null;

/** Moves to what a line of the checklist is about. */
export const goTo = (
  place: Place,
  {
    form,
    showBlock,
    describe,
  }: { form: HTMLElement; showBlock: (block: number) => void; describe: (image: string) => void },
) => {
  if ('field' in place) focusField(form, place.field);
  else if ('block' in place) showBlock(place.block);
  else describe(place.image);
};
