import { type ConsoleSettings, consoleSettings, settingsElementId } from '../settings.ts';

/** The settings in the shell. Throws when the page is no shell. */
export const readSettings = (page: Document): ConsoleSettings =>
  consoleSettings.parse(JSON.parse(page.getElementById(settingsElementId)?.textContent ?? ''));
