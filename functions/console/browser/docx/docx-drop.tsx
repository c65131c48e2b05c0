import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditorHandle } from '../editor/editor-types.ts';
import { PortalSentence } from '../paste/portal-sentence.ts';
import { useSettings } from '../settings-context.ts';
import { Button } from '../ui/button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { startWorker } from '../ui/trusted-types.ts';
import { DocxDialog } from './docx-dialog.tsx';
import { chosenContent, type DocxChoices } from './docx-import.ts';
import { chooseDocx, type DroppedDocx } from './dropped-docx.ts';
import type { DocxContent } from './read-docx.ts';
import { useFileDrop } from './use-file-drop.ts';

type Props = {
  editor: EditorHandle;
  /** The article's title, and how it is changed. */
  title: string;
  onTitle: (title: string) => void;
};

type Step =
  | { is: 'idle' }
  | { is: 'reading'; name: string }
  | { is: 'asking'; name: string; content: DocxContent };

const timers = {
  set: (run: () => void, ms: number) => setTimeout(run, ms),
  clear: (timer: unknown) => clearTimeout(timer as number),
};
const unexpected =
  'Không đọc được tệp Word này. Hãy thử lại, hoặc mở tệp trong Word rồi chép và dán nội dung.';

/** Takes Word files that are dropped anywhere on the page, or chosen by a button, into the article. */
export const DocxDrop = ({ editor, title, onTitle }: Props) => {
  const { files } = useSettings();
  const notices = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const reading = useRef<object | null>(null);
  const [step, setStep] = useState<Step>({ is: 'idle' });
  useEffect(
    () => () => {
      reading.current = null;
    },
    [],
  );

  const take = async (dropped: DroppedDocx) => {
    if ('refusal' in dropped) return notices.show({ kind: 'problem', text: dropped.refusal });
    const { file, note } = dropped;
    if (note) notices.show({ kind: 'info', text: note });
    const current = {};
    reading.current = current;
    setStep({ is: 'reading', name: file.name });
    try {
      const { readDocx } = await import('./read-docx.ts');
      const content = await readDocx(file, { startWorker: () => startWorker(files.docxWorker), timers });
      if (reading.current === current) setStep({ is: 'asking', name: file.name, content });
    } catch (error) {
      if (reading.current !== current) return;
      setStep({ is: 'idle' });
      const text = error instanceof PortalSentence ? error.message : unexpected;
      notices.show({ kind: 'problem', text });
    }
  };
  const isOver = useFileDrop((items) => void take(chooseDocx(items)));

  const insert = (content: DocxContent, choices: DocxChoices) => {
    setStep({ is: 'idle' });
    const undo = editor.insertContent(chosenContent(content, choices), choices.isReplacing);
    if (choices.usesTitle) onTitle(content.title);
    notices.show({
      kind: 'done',
      text: choices.usesTitle ? 'Đã chèn nội dung và tiêu đề từ tệp Word.' : 'Đã chèn nội dung từ tệp Word.',
      action: {
        label: 'Hoàn tác',
        run: () => {
          undo();
          if (choices.usesTitle) onTitle(title);
        },
      },
    });
  };

  return (
    <div class="docx-drop">
      <input
        ref={input}
        type="file"
        accept=".docx"
        hidden
        aria-label="Tệp Word"
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])].map((file) => ({ file, isFolder: false }));
          currentTarget.value = '';
          if (chosen.length > 0) void take(chooseDocx(chosen));
        }}
      />
      <Button busy={step.is === 'reading'} onClick={() => input.current?.click()}>
        Chèn từ Word…
      </Button>
      <div role="status">
        {step.is === 'reading' && (
          <>
            <p>Đang đọc tệp “{step.name}”…</p>
            <progress aria-label="Đang đọc tệp Word" />
          </>
        )}
      </div>
      {isOver && (
        <p class="docx-target" aria-hidden="true">
          Tệp Word (.docx): thả vào đâu trên trang cũng được. Ảnh: thả vào khung nội dung, ảnh bìa hoặc bộ
          ảnh.
        </p>
      )}
      {step.is === 'asking' && (
        <DocxDialog
          fileName={step.name}
          content={step.content}
          article={{ title, isEmpty: editor.body() === '' }}
          onInsert={(choices) => insert(step.content, choices)}
          onClose={() => setStep({ is: 'idle' })}
        />
      )}
    </div>
  );
};
