import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SiteSettings } from '../../../../shared/site/settings.ts';
import type { ContentVersion, NewArticle } from '../drafts/content-version.ts';
import { SaveStatus } from '../drafts/save-status.tsx';
import type { EditorHandle } from '../editor/editor-types.ts';
import { useSession } from '../session/session-context.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import type { PreviewWidth } from '../ui/preview-frame.tsx';
import { ActionBar } from './action-bar.tsx';
import { ActionDialog, type Taken } from './action-dialog.tsx';
import { actionWords } from './action-words.ts';
import { ArticleFields } from './article-fields.tsx';
import { createArticleForm } from './article-form.ts';
import { ArticleHead } from './article-head.tsx';
import { articleStateNow } from './article-state-now.ts';
import { BodyField } from './body-field.tsx';
import { DraftDialogs } from './draft-dialogs.tsx';
import type { Place } from './finding.ts';
import { PictureFields } from './picture-fields.tsx';
import { goTo } from './place.ts';
import { type ArticleAction, mayWrite, possibleActions } from './possible-actions.ts';
import { PreviewPane } from './preview-pane.tsx';
import type { ArticleReply, StepBody } from './take-action.ts';
import { useArticleSteps } from './use-article-steps.ts';
import { useDraftSession } from './use-draft-session.ts';
import { useFailurePlace } from './use-failure-place.ts';
import { useNow } from './use-now.ts';
import { usePictureDialogs } from './use-picture-dialogs.tsx';

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
  const { user } = useSession();
  const { route } = useLocation();
  const announce = useAnnounce();
  const notices = useNotices();
  const now = useNow();
  const root = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const [action, setAction] = useState<ArticleAction | null>(null);
  const [isConflictOpen, setConflictOpen] = useState(false);
  const [preview, setPreview] = useState<PreviewWidth | null>(null);

  const form = useMemo(() => createArticleForm(opened.content, () => draft.touched()), []);
  const draft = useDraftSession(opened, form.read);
  const { pictures, uploads, dialogs } = usePictureDialogs();

  const steps = useArticleSteps(draft, article);
  const { id, state: workflow } = draft.current.value;
  const dated = articleStateNow(workflow, steps.details.value, now);

  useEffect(() => {
    if (id !== null && id !== opened.id) onCreated(id);
  }, [id]);

  const go = (place: Place) =>
    root.current &&
    goTo(place, {
      form: root.current,
      showBlock: (block) => editor.current?.scrollTo(block),
      describe: pictures.describePicture,
    });

  const showFailure = useFailurePlace(form, draft, () => setConflictOpen(true));

  const save = async () => {
    const outcome = await steps.save();
    if (outcome.kind === 'done') return announce('Đã lưu.');
    const shown = showFailure(outcome.failure);
    if (shown?.place) go(shown.place);
    if (!shown) notices.show({ kind: 'problem', text: outcome.failure.sentence });
  };

  const take = async ({ name }: ArticleAction, body: StepBody): Promise<Taken> => {
    const outcome = await steps.take(name, body);
    if (outcome.kind === 'failed') return showFailure(outcome.failure) ?? { failure: outcome.failure };
    notices.show({ kind: 'done', text: actionWords[name].done });
    if (outcome.article === null) route('/quan-tri/');
    else if (!mayWrite(outcome.article.state, user)) onHandedOn(outcome.article);
    return { place: null };
  };

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
              <>
                <BodyField
                  form={form}
                  onEditor={(mounted) => {
                    editor.current = mounted;
                  }}
                  pictures={pictures}
                  onReload={() => {
                    draft.leave();
                    location.reload();
                  }}
                />
                {uploads}
              </>
            }
            pictures={<PictureFields form={form} />}
          />
        </div>
        {preview && (
          <PreviewPane
            read={form.read}
            changes={form.changes}
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
        <SaveStatus drafts={draft} now={now} onShowConflict={() => setConflictOpen(true)} />
      </ActionBar>
      <ActionDialog
        action={action}
        article={dated}
        form={form}
        steps={steps}
        now={now}
        onGo={go}
        onTake={take}
        onClose={() => setAction(null)}
      />
      <DraftDialogs
        drafts={draft}
        form={form}
        now={now}
        isConflictOpen={isConflictOpen}
        onConflictClose={() => setConflictOpen(false)}
      />
      {dialogs}
    </div>
  );
};
