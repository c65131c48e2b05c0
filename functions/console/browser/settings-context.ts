import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsoleSettings } from '../settings.ts';

export const SettingsContext = createContext<ConsoleSettings | null>(null);
export const useSettings = (): ConsoleSettings => {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('No settings above this component');
  return settings;
};
