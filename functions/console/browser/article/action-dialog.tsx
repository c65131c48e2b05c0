import { useRef, useState } from 'preact/hooks';
import { imagesOf } from '../../../../shared/articles/article-images.ts';
import { staticPageCategory } from '../../../../shared/articles/static-page.ts';
import type { Failure } from '../api/failure.ts';
import { useSite } from '../api/site-context.ts';
import { useImages } from '../images/images-context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { inertDocument } from '../ui/trusted-types.ts';
import { ActionForm } from './action-form.tsx';
import type { ArticleForm } from './article-form.ts';
import { outlineOf } from './body-outline.ts';
import { type Checked, checklist } from './checklist.ts';
import type { Place } from './finding.ts';
import { knownImages, pictureStates } from './known-images.ts';
import type { ArticleAction } from './possible-actions.ts';
import type { Dated } from './state-words.ts';
import type { StepBody } from './take-action.ts';
import type { useArticleSteps } from './use-article-steps.ts';

/** A failure that the dialog shows, or where to go now. */
export type Taken = { failure: Failure } | { place: Place | null };

type Props = {
  /** The action that is asked about; null while the dialog is closed. */
  action: ArticleAction | null;
  article: Dated;
  form: ArticleForm;
  steps: ReturnType<typeof useArticleSteps>;
  now: Date;
  onGo: (place: Place) => void;
  onTake: (action: ArticleAction, body: StepBody) => Promise<Taken>;
  onClose: () => void;
};

/** Asks before an action, and takes it. */
export const ActionDialog = ({ action, article, form, steps, now, onGo, onTake, onClose }: Props) => {
  const { settings } = useSite();
  const images = useImages();
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Where to go once the dialog is closed, which gives the focus back first. */
  const place = useRef<Place | null>(null);
  const close = () => {
    setFailure(null);
    onClose();
    if (place.current) onGo(place.current);
    place.current = null;
  };

  const findingsNow = () => {
    const content = form.read();
    const categories = settings.value && [
      ...settings.value.categories.map(({ slug }) => slug),
      staticPageCategory,
    ];
    const checked: Checked = {
      content,
      categories,
      bodyBytes: new TextEncoder().encode(content.body).length,
      outline: outlineOf(inertDocument(content.body).body),
      pictures: pictureStates(knownImages(images, imagesOf(content))),
    };
    return checklist(checked);
  };

  return (
    <Dialog title={action?.label ?? ''} open={action !== null} onClose={close}>
      {action && (
        <ActionForm
          key={action.name}
          action={action}
          article={article}
          findings={findingsNow()}
          now={now}
          isBusy={steps.busy !== null}
          failure={failure}
          onGo={(chosen) => {
            place.current = chosen;
            onClose();
          }}
          onConfirm={async (body) => {
            setFailure(null);
            const outcome = await onTake(action, body);
            if ('place' in outcome) {
              place.current = outcome.place;
              onClose();
            } else setFailure(outcome.failure);
          }}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
};
