import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import type { BatchProgress } from './use-batches.ts';

type Props = {
  progress: BatchProgress;
  onStop: () => void;
  onClose: () => void;
  /** The button that begins the work, or goes on with it. */
  children: ComponentChildren;
};

/** The buttons of a dialog with a work in batches: it can be stopped while it runs, begun or closed otherwise. */
export const BatchActions = ({ progress: { kind }, onStop, onClose, children }: Props) => {
  const isRunning = kind === 'running' || kind === 'stopping';
  return (
    <div class="dialog-actions">
      {isRunning ? (
        <Button busy={kind === 'stopping'} onClick={onStop}>
          Dừng lại
        </Button>
      ) : (
        <Button onClick={onClose}>Đóng</Button>
      )}
      {!isRunning && kind !== 'done' && children}
    </div>
  );
};
