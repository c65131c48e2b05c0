import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DraftDependencies } from './draft-session-types.ts';

export const DraftsContext = createContext<DraftDependencies | null>(null);

/** What draft sessions of this page need. */
export const useDrafts = (): DraftDependencies => {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('No drafts above this component');
  return drafts;
};
