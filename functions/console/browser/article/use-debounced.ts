import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

/** The value of a signal as it was when it last rested for a time. */
export const useDebounced = <Value>(source: ReadonlySignal<Value>, delayMs: number): Value => {
  const [value, setValue] = useState(() => source.peek());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = source.subscribe((next) => {
      clearTimeout(timer);
      timer = setTimeout(() => setValue(() => next), delayMs);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [source, delayMs]);
  return value;
};
