import { useEffect, useRef, useState } from 'preact/hooks';
import type { Description, Image } from '../../../../shared/images/image.ts';
import { explainFailure } from '../api/failure.ts';
import { useSession } from '../session/session-context.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { descriptionInWords, mayChange } from './image-words.ts';
import { useImages } from './images-context.tsx';

/** Characters of a description and of a credit: `shared/images/image.ts`. */
const altLimit = 500;
const creditLimit = 200;

type Saving = { is: 'idle' | 'saving' | 'saved' } | { is: 'failed'; sentence: string };

/** Saves what was typed about an image when a field is left, and when the fields go away. */
const useDescription = (image: Image) => {
  const { describe } = useImages();
  const [saving, setSaving] = useState<Saving>({ is: 'idle' });
  const typed = useRef<Description>({ alt: image.alt, decorative: image.decorative, credit: image.credit });
  const sent = useRef(typed.current);

  const save = async () => {
    const description = typed.current;
    if (JSON.stringify(description) === JSON.stringify(sent.current)) return;
    const before = sent.current;
    sent.current = description;
    setSaving({ is: 'saving' });
    try {
      await describe(image.id, description);
      setSaving({ is: 'saved' });
    } catch (error) {
      sent.current = before;
      setSaving({ is: 'failed', sentence: explainFailure(error).sentence });
    }
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => () => void latest.current(), []);

  return {
    saving,
    save,
    type: (change: Partial<Description>) => {
      typed.current = { ...typed.current, ...change };
    },
  };
};

/** Asks what an image shows, where it stands. Who may not change the image sees what is known. */
export const DescriptionFields = ({ image }: { image: Image }) => {
  const { user } = useSession();
  return mayChange(user, image) ? <Fields key={image.id} image={image} /> : <Known image={image} />;
};

const Known = ({ image }: { image: Image }) => (
  <div class="description-known">
    <p>{descriptionInWords(image)}</p>
    <p class="hint">
      {image.credit && `Nguồn: ${image.credit}. `}Ảnh do {image.createdBy} đưa lên; người đó hoặc biên tập
      viên mới sửa được mô tả.
    </p>
  </div>
);

const Fields = ({ image }: { image: Image }) => {
  const { saving, save, type } = useDescription(image);
  const [alt, setAlt] = useState(image.alt);
  const [isDecorative, setIsDecorative] = useState(image.decorative);
  return (
    <div class="description-fields">
      <Field
        label="Ảnh này cho thấy gì?"
        hint={
          <>
            Một câu cho người không nhìn thấy ảnh: ai, làm gì, ở đâu.{' '}
            <span class="counter">
              {[...alt].length}/{altLimit}
            </span>
          </>
        }
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={altLimit}
            defaultValue={image.alt}
            disabled={isDecorative}
            onInput={({ currentTarget }) => {
              setAlt(currentTarget.value);
              type({ alt: currentTarget.value });
            }}
            onChange={save}
          />
        )}
      </Field>
      <label class="choice">
        <input
          type="checkbox"
          checked={isDecorative}
          onChange={({ currentTarget }) => {
            setIsDecorative(currentTarget.checked);
            type({ decorative: currentTarget.checked });
            void save();
          }}
        />
        Ảnh trang trí, không cần mô tả
      </label>
      <Field label="Người chụp hoặc nguồn">
        {(ids) => (
          <input
            {...ids}
            maxLength={creditLimit}
            defaultValue={image.credit}
            onInput={({ currentTarget }) => type({ credit: currentTarget.value })}
            onChange={save}
          />
        )}
      </Field>
      <p class="saving" role="status">
        {saving.is === 'saving' && 'Đang lưu mô tả…'}
        {saving.is === 'saved' && 'Đã lưu mô tả.'}
        {saving.is === 'failed' && <span class="error">Chưa lưu được mô tả. {saving.sentence}</span>}
      </p>
      {saving.is === 'failed' && <Button onClick={save}>Lưu lại mô tả</Button>}
    </div>
  );
};
