import { useState } from 'preact/hooks';
import { explainFailure, type Failure } from '../api/failure.ts';

/** The submission of a form, one at a time, and why the last one failed. */
export const useSubmission = (submit: () => Promise<void>) => {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      await submit();
    } catch (error) {
      setFailure(explainFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, failure, onSubmit };
};
