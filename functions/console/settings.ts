import * as z from 'zod/mini';

/** What the browser needs to know of the stack. The shell carries it. */
export const consoleSettings = z.object({
  /** The origin of the user pool's managed login. */
  loginOrigin: z.string(),
  /** The issuer of tokens. */
  issuer: z.string(),
  clientId: z.string(),
  /** The scopes to ask for, separated by spaces. */
  scope: z.string(),
  /** The origin of the bucket that takes uploads. */
  uploadOrigin: z.string(),
  /** Addresses of files that are loaded later. */
  files: z.object({ readerStyles: z.string(), docxWorker: z.string() }),
});
export type ConsoleSettings = z.infer<typeof consoleSettings>;

/** The id of the element that holds the settings in the shell. */
export const settingsElementId = 'settings';
