import { messageForUser } from './user-error.ts';

/** Runs a command. Prints its error, as a sentence where the user can mend it, and exits with 1. */
export const runCommand = async (command: () => Promise<void>) => {
  try {
    await command();
  } catch (error) {
    console.error(messageForUser(error));
    process.exit(1);
  }
};
