import { useEffect, useRef, useState } from 'preact/hooks';
import { explainFailure, type Failure } from './failure.ts';

/** What one call did, and whether nothing is left to do. */
export type Batch = { moved: number; isDone: boolean };
/** `moved` counts the articles since the first start. */
export type BatchProgress = { moved: number } & (
  | { kind: 'idle' | 'running' | 'stopping' | 'stopped' | 'done' }
  | { kind: 'failed'; failure: Failure }
);

/** Calls in a row that may move nothing, because others work on the same articles. */
const idleCalls = 10;

/**
 * Work that the server does a batch a call. It ends when it is done, when it is stopped, and when the view is left; what was done stays,
 * and a further start goes on.
 */
export const useBatches = (next: (moved: number) => Promise<Batch>) => {
  const [progress, setProgress] = useState<BatchProgress>({ kind: 'idle', moved: 0 });
  const isWanted = useRef(false);
  useEffect(
    () => () => {
      isWanted.current = false;
    },
    [],
  );

  const start = async (): Promise<void> => {
    isWanted.current = true;
    let { moved } = progress;
    setProgress({ kind: 'running', moved });
    try {
      for (let idle = 0; isWanted.current && idle < idleCalls; ) {
        const batch = await next(moved);
        moved += batch.moved;
        idle = batch.moved > 0 ? 0 : idle + 1;
        if (batch.isDone) return setProgress({ kind: 'done', moved });
        if (isWanted.current) setProgress({ kind: 'running', moved });
      }
      setProgress({ kind: 'stopped', moved });
    } catch (error) {
      setProgress({ kind: 'failed', moved, failure: explainFailure(error) });
    }
  };
  const stop = () => {
    isWanted.current = false;
    setProgress(({ moved }) => ({ kind: 'stopping', moved }));
  };
  return { progress, start, stop };
};
