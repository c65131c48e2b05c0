import type { ComponentChildren } from 'preact';
import { stateNames } from '../ui/state-names.ts';
import { timeInWords } from '../ui/time-in-words.ts';
import { type Dated, stateSentence } from './state-words.ts';

type Props = { article: Dated; now: Date; children?: ComponentChildren };

/** The state of an article: its name, what readers see, and links. */
export const StateLine = ({ article, now, children }: Props) => (
  <p class="state-line">
    <strong class={`state ${article.state}`}>{stateNames[article.state]}</strong>
    <span>{stateSentence(article, now)}</span>
    {children}
  </p>
);

type NoteProps = { note: { text: string; by: string; at: string }; isReturned: boolean; now: Date };

/** The note of the last step, beside the text that it is about. */
export const StepNote = ({ note: { text, by, at }, isReturned, now }: NoteProps) => (
  <aside
    class={isReturned ? 'step-note returned' : 'step-note'}
    aria-label={isReturned ? 'Lý do trả lại' : 'Ghi chú'}
  >
    <h2>{isReturned ? 'Lý do trả lại' : 'Ghi chú'}</h2>
    <p class="step-note-text">{text}</p>
    <p class="hint">
      {by}, {timeInWords(new Date(at), now)}
    </p>
  </aside>
);
