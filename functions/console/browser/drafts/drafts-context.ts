import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DraftDependencies } from './draft-session-types.ts';

/** What draft sessions and the list of drafts on this device need; see `browserDrafts`. */
export const DraftsContext = createContext<DraftDependencies | null>(null);
export const useDrafts = (): DraftDependencies => {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('No drafts above this component');
  return drafts;
};
