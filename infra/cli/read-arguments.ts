import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The options and positionals that a command was started with: no options and none of the positionals, unless it takes them. Throws
 * `UserError` with the usage for any other.
 */
export const readArguments = <Known extends Options = Record<never, never>>(
  usage: string,
  { options, atLeast = 0, atMost = atLeast }: { options?: Known; atLeast?: number; atMost?: number } = {},
) => {
  const { values, positionals } = parsed(usage, options ?? ({} as Known));
  if (positionals.length < atLeast || positionals.includes(''))
    throw usageError('An argument is missing', usage);
  const unexpected = positionals[atMost];
  if (unexpected !== undefined) throw usageError(`Unexpected argument '${unexpected}'`, usage);
  return { values, positionals };
};

const parsed = <Known extends Options>(usage: string, options: Known) => {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    // The first sentence says what is wrong; the next ones explain how to pass it as a positional.
    throw usageError(error instanceof Error ? error.message.replace(/\. .*/s, '') : String(error), usage);
  }
};

const usageError = (what: string, usage: string) => new UserError(`${what}. Usage: ${usage}`);
