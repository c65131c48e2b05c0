import type { FieldError } from '../../../../shared/errors.ts';
import type { FieldName } from './article-form.ts';
import type { Place } from './finding.ts';

/** The attribute of the element around a field: its value is the field's name. */
export const fieldAttribute = (field: FieldName) => ({ 'data-field': field });

const focusable = 'input, textarea, select, [contenteditable="true"], button, summary';

/** Shows a field of the form and moves the focus into it. */
const focusField = (form: HTMLElement, field: FieldName) => {
  const element = form.querySelector<HTMLElement>(`[data-field="${field}"]`);
  element?.scrollIntoView({ block: 'center' });
  element?.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
};

/** The fields of a form that a refusal names by JSON paths such as `gallery.0.image`, with its reasons. */
export const refusedFields = (
  refusals: readonly FieldError[],
  fields: readonly FieldName[],
): { field: FieldName; reason: string }[] =>
  refusals.flatMap(({ field: path, reason }) => {
    const field = fields.find((name) => name === path.split('.')[0]);
    return field === undefined ? [] : [{ field, reason }];
  });

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
