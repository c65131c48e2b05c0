import { useEffect, useState } from 'preact/hooks';

/** Milliseconds after which times in words are brought up to date. */
const tickMs = 20_000;

/** The time now, brought up to date while the component is shown. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
};
