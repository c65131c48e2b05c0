import type { ActionName } from './possible-actions.ts';
import type { PublicationChoice } from './publication-plan.ts';
import { toLocalInput } from './publication-words.ts';
import type { Dated } from './state-words.ts';

const whens: Partial<Record<ActionName, PublicationChoice['when']>> = {
  publishNow: 'now',
  schedule: 'at',
  reschedule: 'at',
  publishChanges: 'unchanged',
  changeWithdrawal: 'unchanged',
};

/** What is chosen when the panel of a publication opens; null for an action that publishes nothing. */
export const firstChoice = (
  action: ActionName,
  { state, publishedAt, withdrawAt }: Dated,
): PublicationChoice | null => {
  const when = whens[action];
  if (when === undefined) return null;
  const isPublished = state === 'scheduled' || state === 'live';
  return {
    when,
    at: action === 'reschedule' && publishedAt !== null ? toLocalInput(new Date(publishedAt)) : '',
    hasWithdrawal: action === 'changeWithdrawal' || (isPublished && withdrawAt !== null),
    withdrawAt: isPublished && withdrawAt !== null ? toLocalInput(new Date(withdrawAt)) : '',
    isQuiet: action === 'changeWithdrawal',
    note: '',
  };
};
