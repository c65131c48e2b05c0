import type { Fact } from '../../shared/health/health-reply.ts';

/** How long one source may take. */
const limitMs = 2_000;

/** Resolves after some milliseconds; rejects when the signal is aborted before. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

type Options = { wait: Wait; onFailure: (error: unknown) => void };

/** What a source says, within two seconds; null means that it cannot say. Never rejects, so that one source hides no other. */
export const readFact = async <Value extends object | number>(
  source: () => Promise<Value | null>,
  { wait, onFailure }: Options,
): Promise<Fact<Value>> => {
  const answered = new AbortController();
  const late = wait(limitMs, answered.signal).then((): Fact<Value> => ({ value: null, unknown: 'timeout' }));
  const read = async (): Promise<Fact<Value>> => {
    try {
      const value = await source();
      return value === null ? { value: null, unknown: 'unsupported' } : { value, unknown: null };
    } catch (error) {
      onFailure(error);
      return { value: null, unknown: 'failure' };
    }
  };
  const fact = await Promise.race([read(), late]);
  answered.abort();
  return fact;
};
