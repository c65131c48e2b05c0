import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { FieldError } from '../../../../shared/errors.ts';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import { useApi } from '../api/api-context.ts';
import type { Failure } from '../api/failure.ts';
import type { ContentVersion, NewArticle } from '../drafts/content-version.ts';
import type { EditorHandle } from '../editor/editor-types.ts';
import { useSession } from '../session/session-context.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ActionBar } from './action-bar.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { actionWords } from './action-words.ts';
import { ArticleFields } from './article-fields.tsx';
import { createArticleForm, type FieldName } from './article-form.ts';
import { ArticleHead } from './article-head.tsx';
import { articleStateNow } from './article-state-now.ts';
import { BodyField } from './body-field.tsx';
import type { Place } from './checklist.ts';
import { createImageDetails } from './image-details.ts';
import { fieldOfPath, focusField, goTo } from './place.ts';
import { type ArticleAction, mayWrite, possibleActions } from './possible-actions.ts';
import type { PreviewWidth } from './preview-frame.tsx';
import { PreviewPane } from './preview-pane.tsx';
import type { ArticleReply, StepBody } from './take-action.ts';
import { useArticleSteps } from './use-article-steps.ts';
import { useDraftSession } from './use-draft-session.ts';
import { useNow } from './use-now.ts';

type Props = {
  opened: ContentVersion | NewArticle;
  /** The article as it was read; null for a new one. */
  article: ArticleReply | null;
  categories: SiteSettings['categories'];
  knownTags: readonly string[];
  /** A new article has been saved for the first time. */
  onCreated: (id: string) => void;
  /** After a step, this person may read the article only. */
  onHandedOn: (article: ArticleReply) => void;
};

/** The form of an article, with what can be done with it. */
export const ArticleEditor = ({ opened, article, categories, knownTags, onCreated, onHandedOn }: Props) => {
  const api = useApi();
  const { user } = useSession();
  const { route } = useLocation();
  const announce = useAnnounce();
  const notices = useNotices();
  const now = useNow();
  const root = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const [action, setAction] = useState<ArticleAction | null>(null);
  const [preview, setPreview] = useState<PreviewWidth | null>(null);

  const form = useMemo(() => createArticleForm(opened.content, () => draft.touched()), []);
  const draft = useDraftSession(opened, form.read);
  const images = useMemo(() => createImageDetails(api), []);

  const showRefusals = (refusals: readonly FieldError[]) => {
    const fields = Object.keys(opened.content) as FieldName[];
    const named = refusals.map(({ field, reason }) => ({ field: fieldOfPath(field, fields), reason }));
    const inForm = named.filter(
      (refusal): refusal is { field: FieldName; reason: string } => refusal.field !== null,
    );
    form.errors.value = Object.fromEntries(inForm.map(({ field, reason }) => [field, reason]));
    const [first] = inForm;
    if (first && root.current) focusField(root.current, first.field);
  };
  const steps = useArticleSteps(draft, article, {
    onRefusedFields: showRefusals,
    onConflict: () => setAction(null),
  });
  const { id, state: workflow } = draft.current.value;
  const dated = articleStateNow(workflow, steps.details.value, now);

  useEffect(() => {
    if (opened.id === null && id !== null) onCreated(id);
  }, [id]);

  const save = async () => {
    const outcome = await steps.save();
    if (outcome.kind === 'done') announce('Đã lưu.');
    else if (!outcome.failure.fields) notices.show({ kind: 'problem', text: outcome.failure.sentence });
  };

  const take = async ({ name }: ArticleAction, body: StepBody): Promise<Failure | null> => {
    const outcome = await steps.take(name, body);
    if (outcome.kind === 'failed') return outcome.failure;
    setAction(null);
    notices.show({ kind: 'done', text: actionWords[name].done });
    if (outcome.article === null) route('/quan-tri/');
    else if (!mayWrite(outcome.article.state, user)) onHandedOn(outcome.article);
    return null;
  };

  const go = (place: Place) =>
    root.current &&
    goTo(place, {
      form: root.current,
      showBlock: (block) => editor.current?.scrollTo(block),
      describe: () => {},
    });

  return (
    <div class={preview ? `article-page with-preview ${preview}` : 'article-page'}>
      <PageTitle title={form.fields.title.value || 'Bài mới'} />
      <ArticleHead details={steps.details.value} dated={dated} now={now} save={draft.save} />
      <div class="article-columns">
        <div class="article-form" ref={root}>
          <ArticleFields
            form={form}
            categories={categories}
            knownTags={knownTags}
            body={
              <BodyField
                form={form}
                onEditor={(mounted) => {
                  editor.current = mounted;
                }}
                pictures={{
                  pickPicture: async () => null,
                  addFiles: async () => [],
                  describePicture: () => {},
                }}
                onReload={() => {
                  draft.leave();
                  location.reload();
                }}
              />
            }
            pictures={null}
          />
        </div>
        {preview && (
          <PreviewPane
            read={form.read}
            changes={form.changes}
            images={images}
            publishedAt={dated.publishedAt ?? now.toISOString()}
            width={preview}
            onWidth={setPreview}
          />
        )}
      </div>
      <ActionBar
        actions={possibleActions(dated.state, user)}
        onAct={setAction}
        isSaving={steps.busy === 'save'}
        onSave={save}
        isPreviewShown={preview !== null}
        onPreview={() => setPreview(preview ? null : 'phone')}
      >
        {draft.status.value.isUnsaved ? 'Chưa lưu' : 'Đã lưu'}
      </ActionBar>
      <ActionDialog
        action={action}
        article={dated}
        form={form}
        images={images}
        steps={steps}
        now={now}
        onGo={go}
        onTake={take}
        onClose={() => setAction(null)}
      />
    </div>
  );
};
