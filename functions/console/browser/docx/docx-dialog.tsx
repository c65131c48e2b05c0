import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { leftOutSentence } from '../paste/left-out-sentence.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { chosenContent, type DocxChoices, usualChoices } from './docx-import.ts';
import type { DocxContent } from './read-docx.ts';

type Props = {
  fileName: string;
  content: DocxContent;
  article: { title: string; isEmpty: boolean };
  onInsert: (choices: DocxChoices) => void;
  onClose: () => void;
};

/** Asks what of a Word file comes into the article, and where. */
export const DocxDialog = ({ fileName, content, article, onInsert, onClose }: Props) => {
  const [choices, setChoices] = useState(usualChoices(content, article));
  const set = (changed: Partial<DocxChoices>) => setChoices({ ...choices, ...changed });
  const { html, pictures } = chosenContent(content, choices);
  return (
    <Dialog title="Chèn từ Word" open onClose={onClose}>
      <form
        class="docx-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onInsert(choices);
        }}
      >
        <p class="docx-file">{fileName}</p>
        {content.title !== '' && (
          <Choice isOn={choices.usesTitle} onChange={(usesTitle) => set({ usesTitle })}>
            Dùng làm tiêu đề bài: <strong>{content.title}</strong>
          </Choice>
        )}
        {content.letterhead !== '' && (
          <Choice isOn={choices.dropsLetterhead} onChange={(dropsLetterhead) => set({ dropsLetterhead })}>
            Bỏ phần đầu văn bản (quốc hiệu, tiêu ngữ, số ký hiệu)
          </Choice>
        )}
        {content.signature !== '' && (
          <Choice isOn={choices.dropsSignature} onChange={(dropsSignature) => set({ dropsSignature })}>
            Bỏ phần cuối văn bản (nơi nhận, chữ ký)
          </Choice>
        )}
        {!article.isEmpty && (
          <fieldset>
            <legend>Đặt vào đâu?</legend>
            <Place isOn={!choices.isReplacing} onChange={() => set({ isReplacing: false })}>
              Chèn tại vị trí con trỏ
            </Place>
            <Place isOn={choices.isReplacing} onChange={() => set({ isReplacing: true })}>
              Thay toàn bộ nội dung đang có
            </Place>
          </fieldset>
        )}
        {pictures.length > 0 && <p>{pictures.length} ảnh sẽ được tải lên kho ảnh.</p>}
        {content.leftOut.length > 0 && <p>{leftOutSentence(content.leftOut)}</p>}
        {content.warnings.map((warning) => (
          <p key={warning} class="docx-warning">
            {warning}
          </p>
        ))}
        {html === '' && <p class="docx-warning">Tệp này không có nội dung nào dùng được.</p>}
        <div class="docx-actions">
          <Button kind="primary" type="submit">
            {choices.isReplacing && !article.isEmpty ? 'Thay nội dung' : 'Chèn vào bài'}
          </Button>
          <Button onClick={onClose}>Hủy</Button>
        </div>
      </form>
    </Dialog>
  );
};

type ChoiceProps = { isOn: boolean; onChange: (isOn: boolean) => void; children: ComponentChildren };

const Choice = ({ isOn, onChange, children }: ChoiceProps) => (
  <label class="docx-choice">
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>{children}</span>
  </label>
);

const Place = ({ isOn, onChange, children }: ChoiceProps) => (
  <label class="docx-choice">
    <input type="radio" name="docx-place" checked={isOn} onChange={() => onChange(true)} />
    <span>{children}</span>
  </label>
);
