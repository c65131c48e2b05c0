import { useCallback, useEffect, useState } from 'preact/hooks';
import { explainFailure, type Failure } from './failure.ts';

export type Loaded<Value> =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'loaded'; value: Value };

/** Loads something when the key changes, and again by the returned function. A late answer for an earlier key is ignored. */
export const useLoaded = <Value>(load: () => Promise<Value>, key: string) => {
  const [state, setState] = useState<{ key: string; loaded: Loaded<Value> }>({
    key,
    loaded: { kind: 'loading' },
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const finish = (loaded: Loaded<Value>) => isCurrent && setState({ key, loaded });
    finish({ kind: 'loading' });
    load().then(
      (value) => finish({ kind: 'loaded', value }),
      (error) => finish({ kind: 'failed', failure: explainFailure(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  const loaded: Loaded<Value> = state.key === key ? state.loaded : { kind: 'loading' };
  return { loaded, reload };
};
