import { useEffect, useState } from 'preact/hooks';

/** Whether something has lasted for a time in milliseconds. */
export const useDelayed = (isLasting: boolean, delayMs: number): boolean => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!isLasting) return;
    const timer = setTimeout(() => setLong(true), delayMs);
    return () => clearTimeout(timer);
  }, [isLasting, delayMs]);
  return isLong && isLasting;
};
