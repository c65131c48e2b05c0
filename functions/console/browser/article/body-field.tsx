import { useEffect, useRef, useState } from 'preact/hooks';
import { DocxDrop } from '../docx/docx-drop.tsx';
import type { EditorHandle, EditorOptions } from '../editor/editor-types.ts';
import { leftOutSentence } from '../paste/left-out-sentence.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { ArticleForm } from './article-form.ts';
import { bodyFullness, wordsInWords } from './field-limits.ts';
import { fieldAttribute } from './place.ts';
import { useDebounced } from './use-debounced.ts';

type Props = {
  form: ArticleForm;
  /** Called with the editor when it is mounted, and with null when it goes. */
  onEditor: (editor: EditorHandle | null) => void;
  pictures: Pick<EditorOptions, 'pickPicture' | 'addFiles' | 'describePicture'>;
  /** Keeps what was typed before the page is loaded again. */
  onReload: () => void;
};

/** Milliseconds after a key until words are counted again. */
const countDelayMs = 600;

/** The body of an article, in the editor, which is loaded when it is first needed. */
export const BodyField = ({ form, onEditor, pictures, onReload }: Props) => {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const [isMissing, setMissing] = useState(false);
  const notices = useNotices();

  useEffect(() => {
    let isShown = true;
    let unmount = () => {};
    const mount = async () => {
      const { mountEditor } = await import('../editor/mount-editor.ts');
      if (!isShown || !host.current) return;
      const mounted = mountEditor(host.current, {
        ...pictures,
        body: form.body(),
        label: 'Nội dung bài',
        onChange: form.bodyChanged,
        onLeftOut: (leftOut, undo) =>
          notices.show({
            kind: 'info',
            text: leftOutSentence(leftOut),
            action: { label: 'Hoàn tác dán', run: undo },
          }),
        say: (text) => notices.show({ kind: 'problem', text }),
      });
      const detach = form.attach(mounted);
      setEditor(mounted);
      onEditor(mounted);
      unmount = () => {
        detach();
        onEditor(null);
        mounted.destroy();
      };
    };
    // An open tab outlives a deployment, and the chunk of its version is gone.
    mount().catch((error) => {
      console.error(error);
      if (isShown) setMissing(true);
    });
    return () => {
      isShown = false;
      unmount();
    };
  }, []);

  return (
    <div class="body-field" {...fieldAttribute('body')}>
      <p class="body-label">Nội dung</p>
      {isMissing && <MissingEditor onReload={onReload} />}
      {!editor && !isMissing && <p class="body-loading">Đang mở trình soạn thảo…</p>}
      {editor && (
        <DocxDrop
          editor={editor}
          title={form.fields.title.value}
          onTitle={(title) => form.set('title', title)}
        />
      )}
      <div ref={host} />
      {editor && <BodySize form={form} editor={editor} />}
      {form.errors.value.body && (
        <p class="error" role="alert">
          {form.errors.value.body}
        </p>
      )}
    </div>
  );
};

const MissingEditor = ({ onReload }: Pick<Props, 'onReload'>) => (
  <div class="notice problem" role="alert">
    <p>
      Không tải được trình soạn thảo: mạng bị ngắt, hoặc cổng vừa được cập nhật. Những gì đã viết được giữ
      trên máy này; hãy tải lại trang.
    </p>
    <Button kind="primary" onClick={onReload}>
      Tải lại trang
    </Button>
  </div>
);

/** How long the body is, and a warning before it is too long. */
const BodySize = ({ form, editor }: { form: ArticleForm; editor: EditorHandle }) => {
  useDebounced(form.changes, countDelayMs);
  const { level, sentence } = bodyFullness(editor.bytes());
  return (
    <>
      <p class="hint">{wordsInWords(editor.words())}</p>
      {level !== 'ok' && (
        <p class={level === 'over' ? 'error' : 'hint'} role="status">
          {sentence}
        </p>
      )}
    </>
  );
};
