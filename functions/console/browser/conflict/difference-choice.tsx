import { useId } from 'preact/hooks';
import { ChangedWords } from './changed-words.tsx';
import type { Difference, Shown } from './difference.ts';
import { canKeepBoth, type Side } from './merge-contents.ts';

type Props = {
  difference: Difference;
  /** How their side is called: "Lấy của lan". */
  theirLabel: string;
  chosen: Side | null;
  onChoose: (side: Side) => void;
};

/** One difference with the choice between its two sides, and both together where that makes sense. */
export const DifferenceChoice = ({ difference, theirLabel, chosen, onChoose }: Props) => {
  const { label, kind, base, mine, theirs, source } = difference;
  const name = useId();
  const option = (side: Side, text: string, version: Shown | null) => (
    <label class="version">
      <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
      <span class="version-name">{text}</span>
      {version && (
        <span class="version-text">
          <ChangedWords before={base} version={version} />
        </span>
      )}
    </label>
  );
  const isOnlyMarkup = mine.text === theirs.text && mine.images.join() === theirs.images.join();
  return (
    <fieldset class={`difference ${chosen === null ? 'undecided' : ''}`}>
      <legend>
        {label}
        <small>{hints[kind]}</small>
      </legend>
      {isOnlyMarkup && (
        <p class="hint">Hai bản cùng chữ, chỉ khác cách trình bày (chữ đậm, nghiêng, đề mục…).</p>
      )}
      <div class="versions">
        {option('mine', 'Giữ của tôi', mine)}
        {option('theirs', theirLabel, theirs)}
      </div>
      {kind === 'contradicting' && canKeepBoth(source) && option('both', 'Giữ cả hai', null)}
    </fieldset>
  );
};

const hints: Readonly<Record<Difference['kind'], string>> = {
  agreed: '',
  mine: 'chỉ bạn đã sửa',
  theirs: 'chỉ bản kia đã sửa',
  contradicting: 'cả hai cùng sửa, hãy chọn',
};
